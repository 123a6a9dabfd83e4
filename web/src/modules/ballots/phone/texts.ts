import { texts } from '../../../i18n/texts.ts'

/** Texts of one's own votes on the phone, where tokens are drawn. */
export const t = texts({
  loading: { zh: '正在载入', en: 'Loading' },
  title: { zh: '选举投票', en: 'My votes' },
  none: { zh: '现在没有您可以用手机投的票', en: 'No vote by phone concerns you now' },
  noneHint: {
    zh: '您所在的工会用手机投票时，这里会显示怎么领凭证、怎么投。',
    en: 'When your union votes by phone, this page says how to draw a token and vote.',
  },
  elects: { zh: '应选 {seats} 名，候选人 {names} 名', en: '{seats} {seats|seat|seats}, {names} candidates' },
  recalls: { zh: '表决是否罢免 {name}', en: 'Whether to recall {name}' },
  meeting: { zh: '大会 {day}', en: 'Assembly {day}' },
  drawNow: { zh: '先领投票凭证', en: 'First draw your token' },
  drawWhy: {
    zh: '凭证只能在开始投票前领，一人一张，存在这台手机里。领凭证记姓名，投票不记姓名，两件事分开，谁也查不出哪张票是谁投的。',
    en: 'It is drawn before the vote opens, one each, and stays on this phone. Drawing has your name, voting has none: nobody can tell whose ballot is whose.',
  },
  drawLose: {
    zh: '领了凭证就用手机投；要改投纸质选票，须用这台手机交回凭证。手机丢失、清除浏览器数据会丢掉凭证，又没有备份，就投不了票了。拿不准的不要领，到现场领纸质选票。',
    en: 'Once drawn, you vote by phone; for paper, this phone gives the token up first. Lose the phone or clear its browser without a copy, and the vote is lost. If in doubt do not draw one: vote on paper.',
  },
  draw: { zh: '领取投票凭证', en: 'Draw my token' },
  drawing: { zh: '正在领取', en: 'Drawing' },
  held: { zh: '凭证已在这台手机上', en: 'Your token is on this phone' },
  heldHint: {
    zh: '大会开始投票后，回到这里点“去投票”。请不要清除浏览器数据。',
    en: 'When the vote opens, come back here and choose “Vote”. Do not clear the browser’s data.',
  },
  elsewhere: { zh: '凭证领在别的手机上了', en: 'Your token is on another phone' },
  elsewhereHint: {
    zh: '请用领凭证的那台手机（同一个浏览器）投票；备份过的，开始投票后可在投票页输入。',
    en: 'Vote from that phone and browser. If you kept a copy of it, enter it on the page of the vote once it opens.',
  },
  opened: { zh: '正在投票', en: 'The vote is open' },
  openedHint: {
    zh: '到主持人宣布结束前都可以投、可以重投，以最后一次为准。',
    en: 'Vote, and vote again, until the chair of the meeting closes it. The last one counts.',
  },
  vote: { zh: '去投票', en: 'Vote' },
  paperOnly: {
    zh: '您没有领手机凭证，请到现场领纸质选票',
    en: 'You drew no token: vote on paper at the meeting',
  },
  closed: { zh: '投票已结束，等候计票', en: 'Closed, being counted' },
  counted: { zh: '已计票', en: 'Counted' },
  voided: {
    zh: '手机投票已作废，请用纸质选票重新投票',
    en: 'The vote by phone is void: vote again on paper',
  },
  board: { zh: '看公示板', en: 'See the board' },
  backup: { zh: '备份凭证', en: 'Keep a copy of the token' },
  backupHint: {
    zh: '把下面这串字符存到只有您看得到的地方。谁拿到它，谁就能替您投票。',
    en: 'Keep these characters where only you see them: whoever has them can vote in your place.',
  },
  copy: { zh: '复制', en: 'Copy' },
  copied: { zh: '已复制', en: 'Copied' },
  cannotHold: {
    zh: '这个浏览器存不了凭证（可能是无痕模式）。请换用普通窗口，或到现场用纸质选票。',
    en: 'This browser cannot keep a token (a private window?). Use a usual window, or vote on paper.',
  },
  badProof: {
    zh: '凭证没有通过核对：发凭证的钥匙与公布的不一致。请不要投票，向上级工会反映。',
    en: 'The token did not pass the check: it was not made with the published key. Do not vote, and tell the higher union.',
  },
  homeDraw: { zh: '请领取投票凭证', en: 'Draw your token for the vote' },
  homeVote: { zh: '投票开始了', en: 'The vote is open' },
})
