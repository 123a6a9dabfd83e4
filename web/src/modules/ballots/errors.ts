import type { Sentence } from '../../i18n/texts.ts'

/** Sentences for the codes of elections. */
export const ballotErrors = {
  'ballots.not_now': {
    zh: '选举已进入别的环节，现在不能做这一步。请刷新页面。',
    en: 'The election has moved on; this step is not open now. Reload the page.',
  },
  'ballots.day_past': { zh: '大会日期不能早于今天。', en: 'The assembly cannot lie before today.' },
  'ballots.day_ahead': { zh: '名册日期不能晚于今天。', en: 'The day of the roll cannot lie ahead.' },
  'ballots.term_years': { zh: '每届任期只能是 {allowed} 年。', en: 'A term is {allowed} years.' },
  'ballots.one_chair': {
    zh: '主席只选 1 人，请把应选人数改为 1。',
    en: 'There is one chair: set the seats to 1.',
  },
  'ballots.no_members': {
    zh: '这一天本会没有会员，名册是空的。请核对单位和日期。',
    en: 'The union had no members on that day. Check the union and the day.',
  },
  'ballots.committee_size': {
    zh: '{members} 名会员的工会，委员会不能设 {seats} 人。请按委员人数规定重新请示。',
    en: 'A union of {members} members cannot have a committee of {seats}. Plan it anew within the table of sizes.',
  },
  'ballots.all_members_meet': {
    zh: '只有 {members} 名会员，应当召开会员大会，不设会员代表。',
    en: 'With {members} members all of them meet; there are no delegates.',
  },
  'ballots.delegate_count': {
    zh: '{members} 名会员的工会，应设会员代表 {least} 至 {most} 名。请按名额重新请示。',
    en: 'A union of {members} members has {least} to {most} delegates. Plan it anew.',
  },
  'ballots.no_delegates': {
    zh: '这一天本会没有任期内的会员代表。请先选举会员代表，或改由会员大会选举。',
    en: 'The union has no delegates in their term on that day. Elect them first, or let all members vote.',
  },
  'ballots.no_running_term': {
    zh: '大会那天没有正在进行的届期，不能补选。请按换届办理。',
    en: 'No term runs on the day of the assembly, so no vacancy can be filled. Plan a new term.',
  },
  'ballots.recall_names_one': {
    zh: '罢免只能针对本会一名现任主席或副主席，名单不能增减。',
    en: 'A recall is about one chair or vice chair in office; nobody is added or taken off.',
  },
  'ballots.delegates_by_members': {
    zh: '会员代表由会员选举，每届一次。',
    en: 'Delegates are elected by the members, once for each term.',
  },
  'ballots.not_on_roll': {
    zh: '名册上没有这个号。请按名册编号填写。',
    en: 'This number is not on the roll. Use the number printed there.',
  },
  'ballots.nominated_already': { zh: '这个人已经提名过了。', en: 'This person is nominated already.' },
  'ballots.too_few_candidates': {
    zh: '候选人不够：应有 {needed} 名，现有 {standing} 名。请继续提名。',
    en: 'There are {standing} candidates and {needed} are needed. Nominate more.',
  },
  'ballots.notice_stands': {
    zh: '公示还没有结束（到 {lastDay} 止），或者还有异议没有答复。结束后才能投票。',
    en: 'The notice still stands (until {lastDay}), or an objection has no answer. Vote after that.',
  },
  'ballots.before_meeting': {
    zh: '大会定在 {meetingOn}，那天才能开始投票。',
    en: 'The assembly is on {meetingOn}; voting opens that day.',
  },
  'ballots.has_paper': {
    zh: '其中有人已经领过选票，这一批都没有登记。请核对后再登记。',
    en: 'Somebody of these has a paper already; nothing was noted. Check the list and try again.',
  },
  'ballots.candidate_counts': {
    zh: '候选人不能计票。请换别的计票人录入。',
    en: 'A candidate does not count papers. Ask somebody else to key them.',
  },
  'ballots.two_have_keyed': {
    zh: '这一叠已有两人录入。有差异的由这两人核对。',
    en: 'Two people have keyed this bundle; they settle the differences.',
  },
  'ballots.bundle_settled': {
    zh: '这一叠两人录入一致，不用再录。',
    en: 'Both keyed this bundle alike; it is done.',
  },
  'ballots.marks_length': {
    zh: '每张票要给每名候选人一个记号。',
    en: 'Each paper needs a mark for every candidate.',
  },
  'ballots.stands_already': {
    zh: '另选人栏里写的是候选人。请按候选人记票。',
    en: 'The name written in is a candidate’s. Mark the candidate.',
  },
  'ballots.bundles_open': {
    zh: '第 {bundles} 叠还没有两人录入一致，不能结束投票。',
    en: 'Bundles {bundles} are not keyed alike by two people yet; the vote cannot be closed.',
  },
  'ballots.papers_differ': {
    zh: '录入了 {keyed} 张，收回票数填的是 {returned} 张。请核对。',
    en: '{keyed} papers were keyed and {returned} were said to be returned. Check them.',
  },
  'ballots.does_not_add_up': {
    zh: '收回票与作废更换票之和超过发出的 {issued} 张。请核对。',
    en: 'Returned and spoilt papers are more than the {issued} handed out. Check them.',
  },
  'ballots.step_not_open': {
    zh: '按选举规则，现在不能走这一步。',
    en: 'The rules of the election do not open this step now.',
  },
  'ballots.document_not_yet': {
    zh: '选举还没有走到这一步，这份材料还不能出。',
    en: 'The election has not come so far: this paper cannot be made yet.',
  },
  'ballots.opens_with_phone': {
    zh: '这场选举已经在发手机投票凭证。请用“停发凭证，开始投票”，纸质和手机同时开始。',
    en: 'Phone tokens are being drawn for this election. Use “End the token period and open”, which opens both.',
  },
  'ballots.holds_token': {
    zh: '名册第 {entries} 号领了手机凭证，还没有交回，不能发纸质选票。请其先在手机上交回，再输入交回码。',
    en: 'No. {entries} of the roll hold a phone token. They give it up on the phone first; then enter the code it shows.',
  },
  'ballots.phone_urn_first': {
    zh: '手机票箱还没有关闭并开箱。请先关闭手机票箱，由两名监票人开箱，再结束投票。',
    en: 'The phone urn is not closed and opened yet. Close it and have two scrutineers open it first.',
  },
  'public_notices.stands': { zh: '这件事已经公示过了，不用再公示。', en: 'This stands in public already.' },
  'public_notices.no_open_objection': {
    zh: '这条异议已经答复过了。',
    en: 'This objection is answered already.',
  },
} satisfies Record<string, Sentence>
