package org.duibiao.prose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A figure is the city's total only if its whole noun says so. */
class NounOwnerTest {

  @BeforeAll
  static void load() throws IOException {
    ProseReaderTest.load();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      value = {
        "乡镇卫生院30所,床位1200张,卫生技术人员900人。 → township_health_centres 30;"
            + " township_health_centre_beds 1200; ?乡镇卫生院卫生技术人员 900",
        "全市共有敬老院12所,床位800张。 → ?敬老院 12; ?敬老院床位 800",
        "社会福利机构9个,拥有床位700张;医疗卫生机构床位3000张。 → ?社会福利机构 9; ?社会福利机构床位 700; beds 3000",
        "医疗卫生机构90个,床位3000张,卫生技术人员4000人。 → medical_institutions 90; beds 3000;"
            + " health_technical_personnel 4000",
        "医疗卫生机构90个,其中医院8个、卫生院20个,床位3000张。 → medical_institutions 90; hospitals 8;"
            + " township_health_centres 20; beds 3000",
        "疾病预防控制中心(防疫站)5个,卫生技术人员共130人。 → centres_for_disease_control 5;" + " ?疾病预防控制中心卫生技术人员 130",
        "乡镇卫生院6所,床位90张。全市床位4000张。 → township_health_centres 6;"
            + " township_health_centre_beds 90; beds 4000",
        "三级医院5所,千人口床位7.1张。 → tertiary_hospitals 5; beds_per_1000 7.1",
      })
  void whatWasCountedBeforeHasWhatFollows(String text, String expected) {
    assertThat(ProseReaderTest.brief(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      value = {
        "村卫生室卫生技术人员230人。 → ?村卫生室卫生技术人员 230",
        "妇幼保健机构拥有病床150张。 → ?妇幼保健机构病床 150",
        "社区卫生服务中心(站)床位310张。 → ?社区卫生服务中心(站)床位 310",
        "医疗卫生机构实有病床3100张。 → beds 3100",
        "其他卫生机构7个。 → ?其他卫生机构 7",
        "专业技术人员5万人。 → ?专业技术人员 50000",
        "检查覆盖30个单位。 → ?单位 30",
        "7家医院竣工。 → ?医院 7",
        "发放最低生活保障资金2亿元。 → ?发放最低生活保障资金 200000000",
      })
  void aHeadIsNotTheWhole(String text, String expected) {
    assertThat(ProseReaderTest.brief(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      value = {
        "医院、卫生院60个。 → hospitals_and_health_centres 60",
        "门诊部、诊所300家。 → ?门诊部、诊所 300",
        "执业医师、执业助理医师1900人。 → licensed_doctors 1900",
        "医院20家、乡镇卫生院30家。 → hospitals 20; township_health_centres 30",
        "医疗卫生机构(含诊所)700个。 → medical_institutions 700",
        "新增三甲医院2家,累计11家。 → grade_a_tertiary_hospitals 2 new; grade_a_tertiary_hospitals 11",
      })
  void nounsThatAreJoinedAreCountedTogether(String text, String expected) {
    assertThat(ProseReaderTest.brief(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      value = {
        "养老服务加快发展。新增床位600张。 → ?新增床位 600 new",
        "医疗服务加快发展。新增床位600张。 → beds 600 new",
        "参加工伤保险30万人,其中在岗职工20万人。 → ?参加工伤保险 300000; ?在岗职工 200000",
      })
  void aNounWithoutASectorIsOfTheOneSaidBefore(String text, String expected) {
    assertThat(ProseReaderTest.brief(text)).isEqualTo(expected);
  }
}
