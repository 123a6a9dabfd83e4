// What people reach each other by: numbers of five digits and more (also in Chinese or full width), addresses, and the words before an account's name.
const ways = [
  /(?:\d[\s\-_.]?){5,}/u,
  /[零〇一二三四五六七八九幺]{5,}/u,
  /@|https?:|www\.|\.(?:com|cn|net)\b/iu,
  /微信|薇信|威信|加[vV]|[vV]信|wechat|weixin|qq|抖音号|手机号|电话/iu,
  /[a-z][a-z0-9_-]{5,}\d/iu,
]

/** Whether a text that others will read gives away a way to reach its author: that is for a released contact alone (J4). */
export function tellsContact(text: string): boolean {
  const plain = text.normalize('NFKC')
  return ways.some((way) => way.test(plain))
}
