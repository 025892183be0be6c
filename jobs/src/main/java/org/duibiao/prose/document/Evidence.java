package org.duibiao.prose.document;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.duibiao.catalogue.EvidenceKind;

/**
 * What the attributes of one figure rest on. It changes no reading: it tells how sure one is.
 *
 * @param kinds the kinds of evidence, and the circumstances
 */
public record Evidence(Set<EvidenceKind> kinds) {

  public static final Evidence NONE = new Evidence(EnumSet.noneOf(EvidenceKind.class));

  public Evidence {
    kinds = Collections.unmodifiableSet(kinds);
  }

  /** Evidence of some kinds. */
  public static Evidence of(EvidenceKind... kinds) {
    return NONE.with(Set.of(kinds));
  }

  /** The same evidence and more. */
  public Evidence with(Collection<EvidenceKind> more) {
    EnumSet<EvidenceKind> all = EnumSet.noneOf(EvidenceKind.class);
    all.addAll(kinds);
    all.addAll(more);
    return new Evidence(all);
  }
}
