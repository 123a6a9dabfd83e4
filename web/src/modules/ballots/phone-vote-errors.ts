import type { Sentence } from '../../i18n/texts.ts'

/** Sentences for the codes of votes by phone. */
export const phoneVoteErrors = {
  'phone_votes.not_now': {
    zh: '这一步现在还不能做，或已经做过了。请刷新页面，按当前步骤操作。',
    en: 'This step is not due now, or was taken already. Reload and take the step that is shown.',
  },
  'phone_votes.void_declared': {
    zh: '已经有人声明作废，请由另一人确认。',
    en: 'It was declared void already: another person confirms it.',
  },
  'phone_votes.void_by_same': {
    zh: '作废要两个人：声明的人不能自己确认，请另一名监票人或负责人登录确认。',
    en: 'It takes two: whoever declared it cannot confirm it. Ask another scrutineer or officer to sign in.',
  },
  'phone_votes.joined_already': {
    zh: '这场选举已经申请了手机投票。请刷新页面，按当前步骤操作。',
    en: 'This election is prepared for phones already. Reload and take the step that is shown.',
  },
  'phone_votes.too_many_names': {
    zh: '候选人超过 {most} 名，手机选票放不下。请只用纸质选票。',
    en: 'More than {most} candidates do not fit on a ballot by phone. Vote on paper only.',
  },
  'phone_votes.roll_in_use': {
    zh: '已经开始发手机凭证，名册不能再改。确有错漏的，请现场用纸质选票处理并记入报告。',
    en: 'Phone tokens are being drawn, so the roll stands. Note an error in the report and settle it at the table.',
  },
  'phone_votes.paper_only': {
    zh: '这场选举已用纸质选票开始投票，不能再用手机投票。',
    en: 'This election was opened on paper; it is not held by phone any more.',
  },
  'phone_votes.paper_changed': {
    zh: '候选人名单与手机选票不一致，不能开启。请刷新页面核对候选人。',
    en: 'The candidates are not those of the ballot by phone. Reload and compare them.',
  },
  'phone_votes.own_permission': {
    zh: '是否用手机投票，要由上级工会同意，本单位不能自己同意。',
    en: 'Only the higher union can allow this, never the union that votes.',
  },
  'phone_votes.names_alike': {
    zh: '票面上有重复或空白的姓名。请加以区分后再提交。',
    en: 'Two names on the paper are alike, or one is empty. Tell them apart and send again.',
  },
  'phone_votes.too_many_seats': {
    zh: '应选人数不能多于候选人数。请核对。',
    en: 'There cannot be more seats than names. Check both.',
  },
  'phone_votes.nobody_on_roll': {
    zh: '本单位还没有有表决权的会员。请先核对会员名册。',
    en: 'This union has no members with a vote yet. Check the roster first.',
  },
  'phone_votes.token_period_over': {
    zh: '领取投票凭证的时间不在现在。没有凭证的会员请到现场领取纸质选票。',
    en: 'Tokens are not drawn now. Without one, vote on paper at the meeting.',
  },
  'phone_votes.token_drawn': {
    zh: '您的凭证已在另一台手机或浏览器上领取，请用那台手机投票。',
    en: 'Your token was drawn on another phone or browser. Vote from there.',
  },
  'phone_votes.unreadable': {
    zh: '手机发来的内容无法识别，没有记录。请刷新页面后再试。',
    en: 'What the phone sent could not be read; nothing was recorded. Reload and try again.',
  },
  'phone_votes.token_refused': {
    zh: '这张凭证不属于本次投票，没有记录。请用领取凭证的那台手机。',
    en: 'This token does not belong to this vote; nothing was recorded. Use the phone that drew it.',
  },
  'phone_votes.token_surrendered': {
    zh: '这张凭证已交回改投纸质选票，不能再用手机投票。',
    en: 'This token was given up for paper; nothing can be cast with it any more.',
  },
  'phone_votes.replaced_already': {
    zh: '这张选票已被后投的选票取代。请重新填写后再投。',
    en: 'A later ballot of yours replaced this one. Fill in a new one and cast it.',
  },
  'phone_votes.urn_closed': {
    zh: '票箱已经关闭，不能再投票。',
    en: 'The urn is closed; nothing can be cast any more.',
  },
  'phone_votes.secret_wrong': {
    zh: '两份密钥合不成本次投票的密钥。请核对是否输错或拿错。',
    en: 'These shares do not make the key of this vote. Check that they are the right ones.',
  },
  'phone_votes.no_such_line': {
    zh: '选民名单上没有这个序号。请核对。',
    en: 'The roll has no line of this number. Check it.',
  },
  'phone_votes.token_not_surrendered': {
    zh: '这位选民已领手机凭证。请其先在手机上交回凭证，再凭交回码领取纸质选票。',
    en: 'This voter holds a phone token. Ask them to give it up on the phone, then enter the code it shows.',
  },
  'phone_votes.code_unknown': {
    zh: '没有这个交回码。请与选民手机上显示的核对。',
    en: 'There is no such code. Compare it with the voter’s phone.',
  },
  'phone_votes.code_used': {
    zh: '这个交回码已被用过，不能再领纸质选票。',
    en: 'This code was used before; no paper can be handed out for it.',
  },
} as const satisfies Record<string, Sentence>
