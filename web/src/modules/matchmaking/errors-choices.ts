import type { Sentence } from '../../i18n/texts.ts'

/** Sentences for the codes of choices and pairs. */
export const choiceErrors = {
  'matchmaking.choices_closed': {
    zh: '意向选择已经截止，这次没有交上。结果请到“我的缘分”查看。',
    en: 'Choices are closed and this sheet was not taken. See My matches for what came of it.',
  },
  'matchmaking.choices_not_begun': {
    zh: '活动还没有发布，或者已经取消，没有意向可以截止。',
    en: 'The event is not published or was cancelled: there are no choices to close.',
  },
  'matchmaking.not_checked_in': {
    zh: '要先在现场签到，才能填写意向卡。请到入口签到。',
    en: 'Check in at the door first, then you can mark your sheet.',
  },
  'matchmaking.no_such_badge': {
    zh: '没有这个号码，或者重复了。请核对对方胸牌上的号码。',
    en: 'There is no such number, or it stands twice. Look at the badge again.',
  },
  'matchmaking.too_many_choices': {
    zh: '最多选 {limit} 位。请先取消几位，再交意向卡。',
    en: 'You can choose up to {limit} people. Take some back, then hand in the sheet.',
  },
  'matchmaking.no_mobile': {
    zh: '您的档案里没有手机号，先到“我的信息”里补上，或者只放微信。',
    en: 'There is no mobile on your file. Add one under My data, or release WeChat instead.',
  },
  'matchmaking.has_open_couple': {
    zh: '您已经和一位登记牵手。要和另一位登记，请先在那一位的页面里结束。',
    en: 'You are registered as a couple with somebody. End that first, on their page.',
  },
  'matchmaking.couple_changed': {
    zh: '刚刚有了变化，这次没有登记上。请刷新页面看看最新情况。',
    en: 'Something changed a moment ago and this was not recorded. Refresh to see how things stand.',
  },
  'matchmaking.no_couple': {
    zh: '双方都确认牵手以后，才能登记这一项。',
    en: 'This can be recorded once both have confirmed that you are a couple.',
  },
  'matchmaking.sheet_already_there': {
    zh: '这个号码已经交过意向卡了，不用再录。本人可以在手机上修改。',
    en: 'This number has a sheet already: there is nothing to key in. Its owner can change it on the phone.',
  },
  'matchmaking.paper_keyed_twice': {
    zh: '这张卡已经有两个人录入，由他们中的一位核定。',
    en: 'Two people have keyed this card in; one of the two settles it.',
  },
  'matchmaking.paper_neither': {
    zh: '核定的内容和两次录入都不一样。请对照卡片，每一处选其中一种读法。',
    en: 'This is neither of the two readings. Look at the card and take one of them for each mark.',
  },
} satisfies Record<string, Sentence>
