import { fill, type Sentence } from '../../i18n/texts.ts'

const browsers: Record<string, Sentence> = {
  wechat: { zh: '微信', en: 'WeChat' },
  dingtalk: { zh: '钉钉', en: 'DingTalk' },
  edge: { zh: 'Edge 浏览器', en: 'Edge' },
  qq: { zh: 'QQ 浏览器', en: 'QQ Browser' },
  huawei: { zh: '华为浏览器', en: 'Huawei Browser' },
  xiaomi: { zh: '小米浏览器', en: 'Xiaomi Browser' },
  360: { zh: '360 浏览器', en: '360 Browser' },
  firefox: { zh: 'Firefox 浏览器', en: 'Firefox' },
  chrome: { zh: 'Chrome 浏览器', en: 'Chrome' },
  safari: { zh: 'Safari 浏览器', en: 'Safari' },
  other: { zh: '其他浏览器', en: 'Another browser' },
}

const systems: Record<string, Sentence> = {
  harmony: { zh: '鸿蒙手机', en: 'HarmonyOS' },
  android: { zh: '安卓手机', en: 'Android' },
  ios: { zh: '苹果手机或平板', en: 'iPhone or iPad' },
  windows: { zh: 'Windows 电脑', en: 'Windows' },
  mac: { zh: '苹果电脑', en: 'Mac' },
  linux: { zh: 'Linux 电脑', en: 'Linux' },
  other: { zh: '其他设备', en: 'another device' },
}

const together: Sentence = { zh: '{system} · {browser}', en: '{browser} on {system}' }

/** A device such as `chrome/windows` in plain words. */
export function deviceWords(device: string): string {
  const [browser = 'other', system = 'other'] = device.split('/')
  return fill(together, {
    browser: fill(browsers[browser] ?? browsers.other!, {}),
    system: fill(systems[system] ?? systems.other!, {}),
  })
}
