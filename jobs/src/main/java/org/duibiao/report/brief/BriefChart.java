package org.duibiao.report.brief;

import java.util.HexFormat;
import java.util.List;
import javax.xml.namespace.QName;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFLineProperties;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrossBetween;
import org.apache.poi.xddf.usermodel.chart.AxisOrientation;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.AxisTickLabelPosition;
import org.apache.poi.xddf.usermodel.chart.AxisTickMark;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFNumericalDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xwpf.usermodel.XWPFChart;
import org.apache.xmlbeans.XmlCursor;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTBarSer;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTCatAx;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTDLbls;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTValAx;
import org.openxmlformats.schemas.drawingml.x2006.chart.STDLblPos;
import org.openxmlformats.schemas.drawingml.x2006.main.CTTextCharacterProperties;

/**
 * The city in percent of the reference, bars to the left and the right of 100. A chart of the
 * office program's own rather than a picture: whoever edits the page can change its words and see
 * its numbers, it is sharp in print, and it needs no typefaces where it is made, so that the same
 * release gives the same bytes on every machine.
 */
final class BriefChart {

  private static final int GAP_WIDTH = 55;
  private static final int TITLE_SIZE = 900;
  private static final double LABEL_SIZE = 9;

  private BriefChart() {}

  /**
   * Draws it.
   *
   * @param names what is compared, from the top
   * @param percents the city's rate in percent of the reference's
   * @param series what the bars are
   * @param axis what the axis counts
   */
  static void draw(
      XWPFChart chart, List<String> names, List<Double> percents, String series, String axis) {
    chart.setAutoTitleDeleted(true);
    chart.getCTChartSpace().addNewSpPr().addNewLn().addNewNoFill();
    XDDFCategoryAxis categories = chart.createCategoryAxis(AxisPosition.LEFT);
    XDDFValueAxis values = chart.createValueAxis(AxisPosition.BOTTOM);
    categories.setOrientation(AxisOrientation.MAX_MIN);
    categories.setTickLabelPosition(AxisTickLabelPosition.LOW);
    categories.setMajorTickMark(AxisTickMark.NONE);
    categories.getOrAddShapeProperties().setLineProperties(line("404040", 1.25));
    categories.getOrAddTextProperties().setFontSize(LABEL_SIZE);
    values.setNumberFormat("0\"%\"");
    values.setTickLabelPosition(AxisTickLabelPosition.HIGH);
    values.setMajorTickMark(AxisTickMark.NONE);
    values.setTitle(axis);
    values.setCrossBetween(AxisCrossBetween.BETWEEN);
    values.getOrAddMajorGridProperties().setLineProperties(line("D9D9D9", 0.5));
    values.getOrAddShapeProperties().setLineProperties(line("D9D9D9", 0.5));
    double most = percents.stream().mapToDouble(Double::doubleValue).max().orElse(100);
    double unit = most <= 160 ? 20 : most <= 320 ? 50 : most <= 700 ? 100 : 500;
    values.setMinimum(0);
    values.setMaximum((Math.floor(Math.max(most, 100) * 1.08 / unit) + 1) * unit);
    values.setMajorUnit(unit);
    values.getOrAddTextProperties().setFontSize(LABEL_SIZE);

    String[] labels = names.toArray(String[]::new);
    Double[] numbers = percents.toArray(Double[]::new);
    int last = labels.length;
    XDDFNumericalDataSource<Double> data =
        XDDFDataSourcesFactory.fromArray(numbers, "Sheet0!$B$2:$B$" + (last + 1), 1);
    data.setFormatCode("0");
    XDDFBarChartData bars = (XDDFBarChartData) chart.createData(ChartTypes.BAR, categories, values);
    bars.setBarDirection(BarDirection.BAR);
    bars.setVaryColors(false);
    bars.setGapWidth(GAP_WIDTH);
    XDDFBarChartData.Series bar =
        (XDDFBarChartData.Series)
            bars.addSeries(
                XDDFDataSourcesFactory.fromArray(labels, "Sheet0!$A$2:$A$" + (last + 1), 0), data);
    bar.setTitle(series, chart.setSheetTitle(series, 1));
    bar.setFillProperties(new XDDFSolidFillProperties(colour("2F5D8A")));
    chart.plot(bars);

    CTCatAx crossing = chart.getCTChart().getPlotArea().getCatAxArray(0);
    // LibreOffice leaves out labels that might overlap, unless they are marked as not rotated.
    crossing.getTxPr().getBodyPr().setRot(0);
    crossing.unsetCrosses();
    crossing.addNewCrossesAt().setVal(100);
    // Every bar has its name, however little room there is; POI's small schema lacks the element.
    try (XmlCursor end = crossing.newCursor()) {
      end.toEndToken();
      end.beginElement(
          new QName(crossing.getCrossesAt().getDomNode().getNamespaceURI(), "tickLblSkip"));
      end.insertAttributeWithValue("val", "1");
    }
    CTValAx scale = chart.getCTChart().getPlotArea().getValAxArray(0);
    scale.getNumFmt().setSourceLinked(false);
    CTTextCharacterProperties title =
        scale.getTitle().getTx().getRich().getPArray(0).getRArray(0).getRPr();
    title.setLang("zh-CN");
    title.setSz(TITLE_SIZE);
    title.setB(false);
    CTBarSer drawn = chart.getCTChart().getPlotArea().getBarChartArray(0).getSerArray(0);
    drawn.addNewInvertIfNegative().setVal(false);
    CTDLbls shown = drawn.addNewDLbls();
    shown.addNewNumFmt().setFormatCode("0\"%\"");
    shown.getNumFmt().setSourceLinked(false);
    shown.addNewDLblPos().setVal(STDLblPos.OUT_END);
    shown.addNewShowLegendKey().setVal(false);
    shown.addNewShowVal().setVal(true);
    shown.addNewShowCatName().setVal(false);
    shown.addNewShowSerName().setVal(false);
    shown.addNewShowPercent().setVal(false);
    shown.addNewShowBubbleSize().setVal(false);
  }

  private static XDDFColor colour(String rgb) {
    return XDDFColor.from(HexFormat.of().parseHex(rgb));
  }

  private static XDDFLineProperties line(String colour, double width) {
    XDDFLineProperties line = new XDDFLineProperties(new XDDFSolidFillProperties(colour(colour)));
    line.setWidth(width);
    return line;
  }
}
