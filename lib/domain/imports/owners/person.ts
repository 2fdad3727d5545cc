const surnames =
  "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘于余蒋蔡杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤隋温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳穆卓古吉缪简芦麦褚娄窦戚岑宫费卜冷晏席卫米柏宗瞿桂全佟臧闵苟邬边卞姬仇栾隆刁荣巫寇";
const full = new RegExp(`^[${surnames}][\u4e00-\u9fa5]{1,2}$`, "u");
const heads = /[省市州盟县区旗乡镇街村居局委办部厅署院会社所站队处科室校厂场矿组团行中联协司]$/u;

/** Whether the words are the name of a person: a surname with one or two signs behind it that end no name of a unit. */
export function isPersonsName(words: string): boolean {
  return full.test(words) && !heads.test(words);
}
