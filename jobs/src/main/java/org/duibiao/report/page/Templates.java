package org.duibiao.report.page;

import freemarker.cache.ClassTemplateLoader;
import freemarker.core.HTMLOutputFormat;
import freemarker.core.TemplateHTMLOutputModel;
import freemarker.template.AdapterTemplateModel;
import freemarker.template.Configuration;
import freemarker.template.DefaultObjectWrapper;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.duibiao.markup.Bilingual;
import org.duibiao.markup.Html;
import org.duibiao.markup.Numbers;
import org.duibiao.markup.Resource;
import org.duibiao.markup.Sanitizer;
import org.duibiao.markup.Texts;
import org.duibiao.model.code.FindingKind;
import org.duibiao.model.code.Flag;
import org.duibiao.model.code.RateOrigin;
import org.duibiao.model.code.Side;
import org.duibiao.report.findings.CityFinding;
import org.duibiao.report.findings.TargetFindings;
import org.duibiao.report.model.BenchmarkView;
import org.duibiao.report.model.Phrases;
import org.duibiao.report.model.ReleaseChanges;
import org.duibiao.report.model.ReportIndex;

/**
 * The FreeMarker templates of the page, {@code *.ftl} beside this class; each of them has what
 * {@code kit.ftl} defines, the columns of {@code tables.csv} and the static methods of a few
 * classes. What a template prints is escaped as {@link Html#text} does it: {@link Html} is printed
 * as it is, a {@link Bilingual} in both languages.
 */
final class Templates {

  private static final Class<?>[] CLASSES = {
    BenchmarkView.class, Bilingual.class, ReleaseChanges.ChangeReason.class, CityFinding.class,
    FindingKind.class, Flag.class, Html.class, Numbers.class,
    Phrases.class, RateOrigin.class, ReportIndex.class, Sanitizer.class,
    Side.class, SourcesSection.class, TargetFindings.class, Texts.class
  };

  private static final Configuration CONFIGURATION = configuration();

  private Templates() {}

  /** The template of that name with the values in it. */
  static Html fill(String name, Map<String, ?> values) {
    StringWriter out = new StringWriter();
    try {
      CONFIGURATION.getTemplate(name + ".ftl").process(values, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (TemplateException e) {
      throw new IllegalStateException(e);
    }
    return Html.trusted(out.toString());
  }

  private static Configuration configuration() {
    // What FreeMarker would log is thrown too; to look for a log starts all of Log4j.
    System.setProperty("org.freemarker.loggerLibrary", "none");
    Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
    DefaultObjectWrapper wrapper = new Wrapper();
    configuration.setObjectWrapper(wrapper);
    configuration.setTemplateLoader(new ClassTemplateLoader(Templates.class, ""));
    configuration.setDefaultEncoding("UTF-8");
    configuration.setRecognizeStandardFileExtensions(false);
    configuration.setOutputFormat(Escaping.FORMAT);
    configuration.setLocale(Locale.ROOT);
    configuration.setNumberFormat("c");
    configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    configuration.setLogTemplateExceptions(false);
    configuration.setAutoIncludes(List.of("kit.ftl"));
    try {
      configuration.setSharedVariable(
          "columns",
          Resource.csv(Templates.class, "tables.csv").stream()
              .map(CSVRecord::toMap)
              .collect(Collectors.groupingBy(column -> column.get("table"))));
      for (Class<?> type : CLASSES) {
        configuration.setSharedVariable(
            type.getSimpleName(), wrapper.getStaticModels().get(type.getName()));
      }
    } catch (TemplateModelException e) {
      throw new IllegalStateException(e);
    }
    return configuration;
  }

  /** Markup in a template, which methods that are called there take as what it was made from. */
  private static final class Markup extends TemplateHTMLOutputModel
      implements AdapterTemplateModel, TemplateHashModel {

    private final Object value;

    /**
     * The markup of a value.
     *
     * @param value an {@link Html} or a {@link Bilingual}
     */
    Markup(Object value) {
      super(null, Html.text(value).toString());
      this.value = value;
    }

    @Override
    public HTMLOutputFormat getOutputFormat() {
      return Escaping.FORMAT;
    }

    @Override
    public Object getAdaptedObject(Class<?> hint) {
      return value;
    }

    /** One language of it. */
    @Override
    public TemplateModel get(String language) {
      return value instanceof Bilingual text
          ? new Markup(language.equals("en") ? text.en() : text.zh())
          : null;
    }

    @Override
    public boolean isEmpty() {
      return Html.text(value).isEmpty();
    }
  }

  private static final class Wrapper extends DefaultObjectWrapper {

    Wrapper() {
      super(Configuration.VERSION_2_3_34);
    }

    @Override
    public TemplateModel wrap(Object value) throws TemplateModelException {
      return value instanceof Html || value instanceof Bilingual
          ? new Markup(value)
          : super.wrap(value);
    }
  }

  private static final class Escaping extends HTMLOutputFormat {

    static final Escaping FORMAT = new Escaping();

    @Override
    public void output(String text, Writer out) throws IOException {
      out.write(escapePlainText(text));
    }

    @Override
    public String escapePlainText(String text) {
      return Html.text(text).toString();
    }

    @Override
    protected TemplateHTMLOutputModel newTemplateMarkupOutputModel(String text, String markup) {
      return new Markup(text == null ? Html.trusted(markup) : Html.text(text));
    }
  }
}
