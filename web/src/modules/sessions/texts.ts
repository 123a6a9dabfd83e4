import { texts } from '../../i18n/texts.ts'

export const t = texts({
  actingAs: { zh: '以「{post}」身份', en: 'Acting as {post}' },
  switchTitle: { zh: '切换身份', en: 'Switch post' },
  switchHint: {
    zh: '几个职务的权限不会相加，一次只用一个。',
    en: 'Powers of several posts never add up: one is in use at a time.',
  },
  inUse: { zh: '正在使用', en: 'in use' },
  fullTime: { zh: '专职', en: 'full-time' },
  partTime: { zh: '兼职', en: 'part-time' },
  switched: { zh: '已切换为「{post}」', en: 'Now acting as {post}' },
  whyCan: { zh: '我为什么能看到？', en: 'Why can I see this?' },
  whyCannot: { zh: '为什么我不能？', en: 'Why can’t I?' },
  allPowers: { zh: '查看我的全部权限', en: 'See all my powers' },
  looking: { zh: '正在查', en: 'Looking it up' },
  notFound: { zh: '没有这一页', en: 'There is no such page' },
  notFoundHint: {
    zh: '地址可能写错了，内容可能已经移走，也可能不在您的工作范围内。',
    en: 'The address may be wrong, the content may have moved, or it may lie outside your area of work.',
  },
  toHome: { zh: '回首页', en: 'Go to the home page' },
  broken: { zh: '这一页没有打开', en: 'This page did not open' },
  brokenHint: {
    zh: '可能是系统刚刚升级或网络断开。请刷新页面；如果还不行，请告诉管理员。',
    en: 'The system may just have been upgraded, or the connection broke. Refresh the page; if that does not help, tell the administrator.',
  },
  refresh: { zh: '刷新页面', en: 'Refresh the page' },
  twoStep: { zh: '两步登录', en: 'Two-step sign-in' },
  twoStepWhy: {
    zh: '登录时除了密码，再输入手机验证器上的 6 位动态码。密码被人知道了，别人也进不来。',
    en: 'Besides the password you then enter 6 digits from an authenticator on your phone. Whoever learns the password still cannot get in.',
  },
  twoStepMust: {
    zh: '您的职务可以看到他人的个人信息或经费，必须先开启两步登录才能继续。',
    en: 'Your post can see other people’s data or money, so two-step sign-in must be on before you go on.',
  },
  twoStepOn: { zh: '两步登录已经开启', en: 'Two-step sign-in is on' },
  twoStepOnHint: {
    zh: '下次登录时请准备好手机验证器。换手机前，请先在“账号与安全”里生成恢复码。',
    en: 'Have your authenticator ready next time. Before you change the phone, make recovery codes under Account and security.',
  },
  orPasskey: {
    zh: '或者改用通行密钥（指纹、人脸、开机密码）',
    en: 'Or use a passkey (finger, face or PIN) instead',
  },
  begin: { zh: '开始设置', en: 'Begin' },
  step1: { zh: '第一步：扫码', en: 'Step 1: scan' },
  step1Hint: {
    zh: '用手机上的验证器应用扫描二维码。不能扫码时，手工输入下面的密钥。',
    en: 'Scan this with an authenticator app on your phone. If you cannot scan, type in the key below.',
  },
  qr: { zh: '两步登录的二维码', en: 'QR code of two-step sign-in' },
  secret: { zh: '密钥', en: 'Key' },
  step2: { zh: '第二步：输入动态码', en: 'Step 2: enter the code' },
  code: { zh: '验证器上的 6 位动态码', en: '6-digit code of the authenticator' },
  codeNeeded: { zh: '动态码是 6 位数字。', en: 'The code has 6 digits.' },
  finish: { zh: '开启两步登录', en: 'Turn on two-step sign-in' },
})
