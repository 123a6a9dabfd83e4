import { slotsByWeight, textHash, type Random } from './random.ts'
import type { Sex } from './codes.ts'

const SURNAMES = [
  ...'王李张陈刘杨黄赵吴周徐孙胡朱林郭何高罗郑马梁谢宋唐许沈韩冯邓曹彭曾萧田董袁潘蒋蔡余杜叶程苏魏吕丁任卢姚钟姜崔谭陆汪范金石廖贾夏韦傅方邹熊白孟秦邱江尹薛阎段雷侯龙史黎贺顾毛郝龚邵万覃武钱戴严莫孔向常汤',
  ...'俞应励竺裘乐忻柴楼屠岑虞桑施翁葛倪章童缪戚鲍殷费凌骆舒樊娄杭宣茅洪房包诸左吉柯阮蓝闵席季麻强贝路江鲁项祝梅盛练符邬庄干冉牟霍池华臧谷车',
]
const COMPOUND_SURNAMES = ['欧阳', '上官', '司徒', '诸葛', '端木', '皇甫', '尉迟', '令狐']
const MALE = [
  ...'浩宇轩泽睿博航晨峻钧楷枫涛衡澄岳朗骁炜昱弘铮廷麟逸恺昊彦翰霖铭韬崧钊桓屹越弈熙劲骐渊翎砚川彬琛诚棣樟柏榕桥帆舸汛沛淳源漳潮津沂',
  ...'军建国斌勇刚波鑫磊超辉凯健伟强明亮峰杰林海东新平和安定邦兴旺根水土木火金荣华富贵发财宝福寿康生元亨利贞祥瑞德义礼智信忠孝廉正直良善仁厚',
]
const FEMALE = [
  ...'芸蕙茉荔蓓菡萱薏蘅荟芮芯苓莞妍姝婕嫱婳妤娴瑶琪珂玥璇琬璟珺瑾瑜霏雯雰露霁晗晞昀曦暖晴晓盼悠忻恬怡悦愉慕慈念惟惜愫绮缦纭绫纨纾缨绯绚绣',
  ...'芳娜敏静丽艳娟霞秀英红玲燕桂兰萍颖琳洁梅雪倩婷莉蓉晶欣琴凤云莲真环爱妹香月莺媛巧美慧珍翠雅芝玉素菊彩春秋夏冬阿银仙花叶桃杏枝蕾馨宁',
]
// Outside the basic plane: they must survive storage, search, sorting, export and print.
const RARE = ['𠮷', '𬍛', '𬱖', '𫖯', '𬘡', '𬳵', '𫘧', '𬭎', '𬍤', '𫐄']

// Given name · father's name, as Uyghur and Kazakh citizens write it.
const DOTTED_MALE = [
  '艾力',
  '吐尔逊',
  '库尔班',
  '阿迪力',
  '热合曼',
  '木沙',
  '巴合提',
  '叶尔肯',
  '赛力克',
  '伊敏',
]
const DOTTED_FEMALE = [
  '古丽娜',
  '热依罕',
  '帕提古丽',
  '祖丽皮亚',
  '阿孜古',
  '茹仙',
  '米娜瓦尔',
  '阿依努',
  '古丽扎',
  '木妮热',
]

// The people whom the Workers' Daily page names must not appear in a demo; as hashes they do not appear here either.
const PRINTED = new Set([
  0x1b62db4a, 0xbcfb60e2, 0xdf200223, 0x0a5c6c57, 0xa423ab0a, 0xf1619d95, 0x2edccc68, 0x38582416, 0x9ebb774f,
  0xd84b2b1e, 0x65c8b262, 0x61b29d3a, 0x3e91c91c, 0x157b58bf,
])

const surnameSlots = slotsByWeight(
  SURNAMES.map((surname, rank) => [surname, 1 / (rank + 9)] as const),
  8192,
)

/** An ordinary Han name of two or three characters. */
export function ordinaryName(random: Random, sex: Sex): string {
  const given = sex === 'male' ? MALE : FEMALE
  for (;;) {
    const surname = random.chance(0.004) ? random.pick(COMPOUND_SURNAMES) : random.pick(surnameSlots)
    const name = surname + random.pick(given) + (random.chance(0.76) ? random.pick(given) : '')
    if (!PRINTED.has(textHash(name))) return name
  }
}

/** A name with one character outside the basic plane, such as 𠮷. */
export function rareName(random: Random, sex: Sex): string {
  const given = sex === 'male' ? MALE : FEMALE
  return random.pick(surnameSlots) + random.pick(RARE) + (random.chance(0.6) ? random.pick(given) : '')
}

/** A minority name with the dot · (U+00B7). */
export function dottedName(random: Random, sex: Sex): string {
  return `${random.pick(sex === 'male' ? DOTTED_MALE : DOTTED_FEMALE)}·${random.pick(DOTTED_MALE)}`
}
