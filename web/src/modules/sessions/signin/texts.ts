import { texts } from '../../../i18n/texts.ts'

export const t = texts({
  product: { zh: '工会', en: 'Gonghui' },
  pageTitle: { zh: '登录 · 工会', en: 'Sign in · Gonghui' },
  promise: {
    zh: '一份实名名册，五项服务，\n每个数字都能点开看明细。',
    en: 'One real roster, five services,\nand every figure opens to the rows behind it.',
  },
  forOfficers: {
    zh: '工会干部：名册、组织、活动、待办',
    en: 'Union officers: roster, organisations, events, tasks',
  },
  forWorkers: { zh: '职工：会员卡、活动、服务、本人档案', en: 'Workers: card, events, services, own file' },
  signIn: { zh: '登录', en: 'Sign in' },
  login: { zh: '账号', en: 'Login' },
  password: { zh: '密码', en: 'Password' },
  show: { zh: '显示密码', en: 'Show the password' },
  hide: { zh: '隐藏密码', en: 'Hide the password' },
  loginNeeded: { zh: '请填写账号。', en: 'Enter your login.' },
  passwordNeeded: { zh: '请填写密码。', en: 'Enter your password.' },
  totpTitle: { zh: '输入动态码', en: 'Enter the one-time code' },
  totpHint: {
    zh: '打开手机上的验证器，输入现在显示的 6 位数字。',
    en: 'Open the authenticator on your phone and enter the 6 digits it shows now.',
  },
  totp: { zh: '6 位动态码', en: '6-digit code' },
  totpNeeded: { zh: '动态码是 6 位数字。', en: 'The code has 6 digits.' },
  continue: { zh: '继续', en: 'Continue' },
  back: { zh: '返回重新输入密码', en: 'Back to the password' },
  forgotten: {
    zh: '忘记密码或没有账号？请联系本单位工会或上级工会的管理员。',
    en: 'No login, or the password is forgotten? Ask the administrator of your union or of the union above it.',
  },
  demoTitle: { zh: '演示账号', en: 'Demo log-ins' },
  demoHint: {
    zh: '这是演示环境，人员均为虚构。点一下即可填入账号和密码。',
    en: 'This is a demo; all people in it are invented. Press one to fill in login and password.',
  },
  demoLoading: { zh: '正在装入「{tenant}」演示数据', en: 'Loading the demo data of {tenant}' },
  demoFilled: { zh: '已填入「{role}」的账号，点“登录”进入。', en: 'Filled in for {role}. Press “Sign in”.' },
})
