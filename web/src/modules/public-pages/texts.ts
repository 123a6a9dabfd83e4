import { texts } from '../../i18n/texts.ts'

export const t = texts({
  product: { zh: '工会公开', en: 'Union publications' },
  title: { zh: '公开', en: 'Published' },
  choose: { zh: '选择总工会', en: 'Choose a federation' },
  chooseHint: {
    zh: '这里公开各总工会已发布的简报。不用登录，人人可看。',
    en: 'What the federations have published. Everybody may read it without signing in.',
  },
  none: { zh: '还没有公开的内容', en: 'Nothing has been published yet' },
  noneHint: {
    zh: '总工会发布简报后，会列在这里。',
    en: 'When a federation releases a bulletin it is listed here.',
  },
  bulletins: { zh: '简报', en: 'Bulletins' },
  honours: { zh: '荣誉', en: 'Honours' },
  notices: { zh: '公示', en: 'Public notices' },
  issued: { zh: '{issuer} · {day}', en: '{issuer} · {day}' },
  withdrawn: { zh: '已撤回', en: 'withdrawn' },
  missing: { zh: '没有这个页面', en: 'There is no such page' },
  missingHint: {
    zh: '网址可能不完整，或内容还没有发布。请从公开首页进入。',
    en: 'The address may be incomplete, or nothing has been released there. Begin at the first page.',
  },
  failed: { zh: '没能打开', en: 'Not opened' },
  retry: { zh: '再试一次', en: 'Try again' },
  loading: { zh: '正在打开', en: 'Opening' },
  toAll: { zh: '公开首页', en: 'All federations' },
  signIn: { zh: '登录', en: 'Sign in' },
  demo: { zh: '演示数据：人物和单位均为虚构。', en: 'Demo: persons and companies are invented.' },
})
