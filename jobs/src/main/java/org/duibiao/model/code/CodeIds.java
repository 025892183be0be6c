package org.duibiao.model.code;

import java.util.Arrays;
import java.util.Locale;

/** The ids of every vocabulary, each made once: rows by the million ask for them. */
final class CodeIds {

  private static final ClassValue<String[]> IDS =
      new ClassValue<>() {
        @Override
        protected String[] computeValue(Class<?> type) {
          return Arrays.stream(type.getEnumConstants())
              .map(constant -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT))
              .toArray(String[]::new);
        }
      };

  private CodeIds() {}

  static String of(Enum<?> constant) {
    return IDS.get(constant.getDeclaringClass())[constant.ordinal()];
  }
}
