const western = { ascii: 'Times New Roman', hAnsi: 'Times New Roman' }

/** The fonts of official documents (GB/T 9704); where a machine lacks one, Word takes what it has. */
export const officialFonts = {
  title: { ...western, eastAsia: '方正小标宋简体' },
  heading: { ...western, eastAsia: '黑体' },
  subtitle: { ...western, eastAsia: '楷体_GB2312' },
  body: { ...western, eastAsia: '仿宋_GB2312' },
}

const twips = (millimetres: number) => Math.round((millimetres / 25.4) * 1440)

/** A4 with the margins of GB/T 9704: 37, 35, 28 and 26 mm. */
export const officialPage = {
  size: { width: twips(210), height: twips(297) },
  margin: { top: twips(37), bottom: twips(35), left: twips(28), right: twips(26) },
}
