const browsers: readonly (readonly [RegExp, string])[] = [
  [/MicroMessenger/i, 'wechat'],
  [/DingTalk/i, 'dingtalk'],
  [/Edg(e|A|iOS)?\//, 'edge'],
  [/QQBrowser|MQQBrowser/i, 'qq'],
  [/HuaweiBrowser/i, 'huawei'],
  [/MiuiBrowser/i, 'xiaomi'],
  [/360SE|QIHU|360EE/i, '360'],
  [/Firefox|FxiOS/, 'firefox'],
  [/Chrome|CriOS|Chromium/, 'chrome'],
  [/Safari/, 'safari'],
]

const systems: readonly (readonly [RegExp, string])[] = [
  [/HarmonyOS|OpenHarmony/i, 'harmony'],
  [/Android/, 'android'],
  [/iPhone|iPad|iPod/, 'ios'],
  [/Windows/, 'windows'],
  [/Mac OS X|Macintosh/, 'mac'],
  [/Linux|X11/, 'linux'],
]

/** Browser and system of a request as two words, such as `chrome/windows`: enough to know one's own devices again, and no more is kept. */
export function deviceOf(userAgent: string): string {
  return `${firstMatch(browsers, userAgent)}/${firstMatch(systems, userAgent)}`
}

function firstMatch(table: readonly (readonly [RegExp, string])[], text: string): string {
  return table.find(([pattern]) => pattern.test(text))?.[1] ?? 'other'
}
