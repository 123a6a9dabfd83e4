import { texts } from '../../i18n/texts.ts'

/** Texts of votes by phone in the console: the officer's panel, the scrutineers' key, the table with the paper. */
export const t = texts({
  title: { zh: '手机投票', en: 'Voting by phone' },
  off: {
    zh: '这场选举只用纸质选票。要用手机投票，公示候选人期间由本单位申请，报上级工会同意。',
    en: 'This election is on paper. While the candidates stand in their notice the union may ask the higher union to allow phones too.',
  },
  offNow: { zh: '这场选举只用纸质选票。', en: 'This election is held on paper.' },
  join: { zh: '申请手机投票', en: 'Ask for voting by phone' },
  waits: {
    zh: '已申请，等上级工会同意。没有同意前不能用手机投票。',
    en: 'Asked for. Nothing is held by phone until the higher union allows it.',
  },
  allow: { zh: '同意用手机投票', en: 'Allow voting by phone' },
  allowAsk: {
    zh: '同意后，本场选举第一次投票可以手机和纸质并用。请确认选民会用手机、现场留有纸质选票。',
    en: 'The first vote of this election may then be held by phone and on paper. Make sure that voters can and that paper is at hand.',
  },
  allowed: { zh: '{union} 已同意（{at}）', en: 'Allowed by {union} ({at})' },
  needsKey: {
    zh: '下一步：监票人生成密钥。三名监票人一起，在一台电脑上办，约五分钟。',
    en: 'Next: the scrutineers make the key, three together at one computer, in about five minutes.',
  },
  toKeys: { zh: '监票人密钥', en: 'Scrutineers’ key' },
  keyed: {
    zh: '密钥已公布。下一步：开始领凭证，选民在手机上领到开始投票为止。',
    en: 'The key is published. Next: let members draw their tokens, until the vote opens.',
  },
  startTokens: { zh: '开始领凭证', en: 'Start the token period' },
  tokens: {
    zh: '正在领凭证：{issued} / {due} 人已领。开始投票时停发，没有领的用纸质选票。',
    en: 'Tokens are being drawn: {issued} of {due}. It ends when the vote opens; whoever has none votes on paper.',
  },
  openBoth: { zh: '停发凭证，开始投票', en: 'End the token period and open' },
  openByUnion: {
    zh: '由本单位工会停发凭证、开始投票',
    en: 'The union itself ends the tokens and opens the vote',
  },
  openAsk: {
    zh: '停发后不能再发，手机票箱和纸质选票同时开始。',
    en: 'No token is drawn after it. The urn and the papers open together.',
  },
  opened: {
    zh: '手机投票进行中，{issued} 人持有凭证。结束前谁也看不到得票，只能看到票箱里有几张。',
    en: 'The urn is open, {issued} tokens were drawn. Nobody sees any votes before the end, only how many ballots lie in it.',
  },
  close: { zh: '关闭手机票箱', en: 'Close the urn' },
  closeAsk: {
    zh: '关闭后不能再用手机投票，也不能再交回凭证换纸质选票。',
    en: 'Nothing is cast by phone after it, and no token is given up for paper.',
  },
  closed: {
    zh: '手机票箱已关闭。下一步：两名监票人带密钥来开箱，再录入纸质选票、结束投票。',
    en: 'The urn is closed. Next: two scrutineers bring their shares and open it; then papers are keyed and the vote is closed.',
  },
  counted: {
    zh: '手机票箱已开箱，等纸质选票一起计票。合并计票前不显示任何得票。',
    en: 'The urn is opened and waits for the papers. No votes are shown before both are counted.',
  },
  countedDone: { zh: '手机和纸质已合并计票。', en: 'Phone and paper are counted as one.' },
  lapsed: {
    zh: '投票已用纸质选票开始，手机投票没有用上。',
    en: 'The vote was opened on paper; phones were not used.',
  },
  board: { zh: '公示板', en: 'Public board' },
  copyBoard: { zh: '留存公示板副本', en: 'Keep a copy of the board' },
  copyHint: {
    zh: '下载后存到别处。票箱少一张、改一张、添一张，拿它一对就知道。',
    en: 'Keep it elsewhere: it shows if a ballot is removed, changed or added.',
  },
  phoneChannel: {
    zh: '手机：领凭证 {issued}，投票 {returned}，交回换纸质 {surrendered}，没有投 {notReturned}；手机和纸质合并计票，到会 {attended} 人。',
    en: 'By phone: {issued} tokens drawn, {returned} cast, {surrendered} given up for paper, {notReturned} not used. Counted with the papers: {attended} attended.',
  },
  holds: { zh: '持有手机凭证', en: 'holds a phone token' },
  gaveUp: { zh: '凭证已交回', en: 'token given up' },
  takeCode: { zh: '输入交回码', en: 'Enter the code' },
  codeOf: { zh: '{no} 号的交回码', en: 'Code of No. {no}' },
  accept: { zh: '收回凭证', en: 'Take the token back' },
  deskHint: {
    zh: '持有手机凭证的，先请本人在手机上“改投纸质选票”，把显示的交回码输进来，再发票。',
    en: 'Whoever holds a phone token gives it up on the phone first (“Vote on paper instead”); enter the code it shows, then hand out the paper.',
  },
  keysTitle: { zh: '监票人密钥', en: 'Scrutineers’ key' },
  keysNote: {
    zh: '选票在手机上加密，只有监票人手里的密钥能打开：分成三份，任意两份合起来才能开箱。服务器上没有。',
    en: 'Ballots are encrypted on the phones. Only the scrutineers’ key opens them: three shares, any two open the urn. The server has none.',
  },
  keysNotNow: { zh: '现在不用密钥。', en: 'The key is not needed now.' },
  keysNone: { zh: '这场选举没有手机投票。', en: 'This election is not held by phone.' },
  before1: {
    zh: '三名监票人都在场，没有一个是候选人。',
    en: 'All three scrutineers are here, and none is a candidate.',
  },
  before2: { zh: '每人带一个 U 盘，或准备纸笔抄写。', en: 'Each has a memory stick, or pen and paper.' },
  before3: {
    zh: '三份中丢了两份，手机选票就再也打不开，要重新投票。各自保管，不要放在一起。',
    en: 'If two of the three are lost, the ballots can never be opened and the vote is repeated. Keep them apart.',
  },
  make: { zh: '三人到齐，生成密钥', en: 'All are here: make the key' },
  share: { zh: '第 {no} 份，共 3 份', en: 'Share {no} of 3' },
  shareWho: {
    zh: '只让第 {no} 名监票人看屏幕。下载到自己的 U 盘，或抄下来，然后核对最后四位。',
    en: 'Only scrutineer {no} looks at the screen. Save it on your own stick or write it down, then enter its last four characters.',
  },
  download: { zh: '下载这一份', en: 'Save this share' },
  lastFour: { zh: '这一份的最后四位', en: 'Its last four characters' },
  kept: { zh: '我收好了，遮住', en: 'I have it; hide it' },
  keptWhy: { zh: '对上最后四位才能继续', en: 'Enter the last four characters to go on' },
  publish: { zh: '公布公钥', en: 'Publish the public key' },
  publishHint: {
    zh: '三份都收好了。公布后，选民手机用这把公钥加密。只有公钥会发到服务器。',
    en: 'All three are kept. Phones will encrypt to this public key; nothing else is sent to the server.',
  },
  published: {
    zh: '公钥已公布，密钥在三名监票人手里。',
    en: 'Published. The key is with the three scrutineers.',
  },
  keptSince: { zh: '公布时间', en: 'Published' },
  keptKey: { zh: '公钥', en: 'Public key' },
  keptNext: { zh: '什么时候用', en: 'Needed' },
  keptAfterVote: {
    zh: '大会投票结束、关闭手机票箱以后，两名监票人带各自的一份来这里开箱。',
    en: 'At the assembly, after the urn is closed: two scrutineers bring their shares here and open it.',
  },
  keptAfterClose: {
    zh: '正在投票。关闭手机票箱以后，两名监票人带各自的一份来这里开箱。',
    en: 'The vote is open. Once the urn is closed, two scrutineers bring their shares here and open it.',
  },
  keptLost: { zh: '丢了怎么办', en: 'If one is lost' },
  keptLostHint: {
    zh: '丢一份，另两份仍能开箱；丢两份，手机选票再也打不开，只能作废、改用纸质重新投票。',
    en: 'Without one the other two still open it; without two the vote by phone is void, and all vote again on paper.',
  },
  keyLost: { zh: '密钥丢失', en: 'A key is lost' },
  lostToConfirm: { zh: '确认作废', en: 'Confirm that it is void' },
  lostTitle: {
    zh: '丢了两份密钥：声明手机投票作废',
    en: 'Two shares are lost: declare the vote by phone void',
  },
  lostHint: {
    zh: '只在两份确实找不回来时使用，不能撤销。一人声明、另一人确认。作废后所有凭证失效，公示板注明；已经开始的这次投票不计票，全体改用纸质选票重新投。',
    en: 'Only if two shares cannot be found again; it is for good. One declares, another confirms. Every token is void and the board says so; a vote that has begun is not counted, and all vote again on paper.',
  },
  lostReason: { zh: '原因（选民看得到）', en: 'Reason (voters will read it)' },
  lostWhy: { zh: '请写明原因', en: 'Give the reason first' },
  lostDeclare: { zh: '声明作废', en: 'Declare it void' },
  lostAsk: {
    zh: '声明后由另一名监票人或负责人登录确认，确认后才生效。',
    en: 'Another scrutineer or officer signs in and confirms it; only then it holds.',
  },
  lostDeclared: {
    zh: '已声明作废（{at}），等另一人确认',
    en: 'Declared void ({at}); another person is to confirm it',
  },
  lostBecause: { zh: '原因：{reason}', en: 'Reason: {reason}' },
  lostConfirm: { zh: '确认作废', en: 'Confirm that it is void' },
  lostConfirmAsk: {
    zh: '确认后不能撤销：手机选票全部作废，改用纸质选票重新投票。',
    en: 'It cannot be taken back: every ballot by phone is void, and all vote again on paper.',
  },
  lostOther: { zh: '您声明的，要由另一人确认', en: 'You declared it: another person confirms' },
  voided: {
    zh: '手机投票已作废，改用纸质选票投票。原因：{reason}',
    en: 'The vote by phone is void; all vote on paper. Reason: {reason}',
  },
  fileName: { zh: '监票人密钥第{no}份.txt', en: 'scrutineer-share-{no}.txt' },
  fileText: {
    zh: '选举：{title}\n监票人密钥第 {no} 份（共 3 份，任意两份可以开箱）\n请单独保管，不要发给任何人。\n\n{share}\n',
    en: 'Election: {title}\nScrutineers’ key, share {no} of 3 (any two open the urn)\nKeep it by itself and send it to nobody.\n\n{share}\n',
  },
  openTitle: { zh: '开箱：两名监票人各交一份', en: 'Open the urn: two scrutineers bring a share each' },
  openHint: {
    zh: '选文件或输入字符。两份在这台电脑上合成，只在开箱那一刻发给服务器，服务器不保存。',
    en: 'Choose the file or type the characters. They are joined on this computer and sent only to open the urn; the server does not keep the key.',
  },
  one: { zh: '第一名监票人的一份', en: 'Share of the first scrutineer' },
  other: { zh: '第二名监票人的一份', en: 'Share of the second scrutineer' },
  fromFile: { zh: '选文件', en: 'From a file' },
  shareGood: { zh: '这一份没有问题', en: 'This share is right' },
  shareBad: { zh: '不是本场选举的密钥，或有字符抄错', en: 'Not of this election, or a character is wrong' },
  same: {
    zh: '两份是同一份，请另一名监票人交自己的',
    en: 'Both are the same share: the other scrutineer brings theirs',
  },
  openUrn: { zh: '开箱', en: 'Open the urn' },
  openWhy: { zh: '两份都对上后才能开箱', en: 'Both shares must be right first' },
  urnOpened: {
    zh: '已开箱。请回到选举，录入纸质选票后结束投票；合并计票前不显示得票。',
    en: 'The urn is opened. Go back, key the papers and close the vote; no votes are shown before.',
  },
  back: { zh: '返回选举', en: 'Back to the election' },
})
