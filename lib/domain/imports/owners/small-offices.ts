const forms = [
  // A section of an authority: 城建股, 规划科, 人事处; none of a hospital or of what is learnt, no share.
  /^[\u4e00-\u9fa5]{2,6}(?<![控入持参炒配])股$/,
  /^[\u4e00-\u9fa5]{2,6}(?:(?<![学专本内外产百文理工儿妇骨眼全预牙皮腔前跨分])|(?<=安全|[生资房水财]产|[管受审办处监]理|[水公]文))科$/,
  /^[\u4e00-\u9fa5]{2,10}(?<![好各之到深益害住出用何长短难妙坏近远高低四同异查惩百千万余几多数一二三五六七八九十]|办事)处$/,
  // What stands on the ground, by what it is for: 水库管理站, 畜牧兽医站.
  /^[\u4e00-\u9fa5]{0,10}(?:管理|监测|监督|检查|检验|水文|水利|水管|畜牧|兽医|农技|林业|国土|民政|财政|司法|税务|市场监管|环卫|防疫|广播|公路|养护|环保|农机|植保|电管|供电|安监|农经|食药|汽车|客运|海事|渡口|航道|港航)[站所]$/,
  /^(?:[省市州县区]属?|国有|国营)[\u4e00-\u9fa5]{0,6}[林农牧茶渔苗]场$/,
  // Banks of the state and schools by their short names.
  /^[省市县区][\u4e00-\u9fa5]{0,4}(?:农发行|农商行|邮储行)$|^[省市县区]?[一二三四五六七八九十]{1,2}中$/,
  /^研究生院$|^[省市县区镇乡]?(?:防汛|森防|防)指$|^(?![各每两])[\u4e00-\u9fa5]{2,4}(?:村(?:村委会|村民委员会|委会)|社区居(?:民委员会|委会))$/,
];

/** Whether a name has the form of a small office: a section, a station, a farm, a school by its short name. */
export function isSmallOffice(name: string): boolean {
  return forms.some((form) => form.test(name));
}
