import type { Sentence } from '../../i18n/texts.ts'
import { ownDataErrors } from './own-data-errors.ts'
import { ownMembershipErrors } from './phone/errors.ts'

/** Sentences for the codes of members, employments and mass changes. */
export const peopleErrors = {
  ...ownDataErrors,
  ...ownMembershipErrors,
  'people.already_member': {
    zh: '这位职工已经在别的工会有会籍。请办理转会，不要重复登记。',
    en: 'This person is a member of another union. Propose a transfer instead of adding again.',
  },
  'people.already_retained': {
    zh: '这位会员已经是保留会籍，不用再办。',
    en: 'This membership is retained already.',
  },
  'people.began_later': {
    zh: '填写的日期早于入会日期，请核对日期。',
    en: 'The date lies before the membership began. Check the date.',
  },
  'people.change_already_undone': {
    zh: '这次批量变更已经撤销过了。请刷新页面看现在的情况。',
    en: 'This mass change was undone already. Refresh to see how things stand.',
  },
  'people.changed_meanwhile': {
    zh: '您打开页面后，有别人改过这位职工的信息。请刷新后核对再提交。',
    en: 'Somebody changed this record after you opened it. Refresh, check and submit again.',
  },
  'people.document_taken': {
    zh: '这个证件号码已经登记在另一位职工名下，请核对号码和姓名。',
    en: 'This document number stands on another person’s record. Check number and name.',
  },
  'people.employer_or_platform': {
    zh: '请填写单位，或填写平台名称，两项填一项。',
    en: 'Give either the employer or the name of the platform.',
  },
  'people.employment_starts_later': {
    zh: '这段工作从 {startsOn} 才开始，离职日期必须在它之后。',
    en: 'This employment began on {startsOn}; it cannot end before.',
  },
  'people.erasure_while_appointed': {
    zh: '这位职工还担任职务，请先办理离任，再删除个人信息。',
    en: 'This person still holds a post. End the appointment before the data is erased.',
  },
  'people.erasure_while_member': {
    zh: '会籍还有效，请先办理离会或退会，再删除个人信息。',
    en: 'The membership still holds. End it before the data is erased.',
  },
  'people.export_not_agreed': {
    zh: '还没有经另一位同志同意，或者已经过了领取期限，不能导出。请重新申请。',
    en: 'Nobody has agreed yet, or the days to take it are over. Ask once more.',
  },
  'people.export_taken': {
    zh: '这份名册已经领取过一次，不能再次导出。还需要的请重新申请。',
    en: 'This list was taken already; it can be taken once. Ask once more if you need it again.',
  },
  'people.export_too_large': {
    zh: '一次最多导出 {limit} 人，请缩小范围分几次导出。',
    en: 'At most {limit} members can be exported at once. Narrow the list down.',
  },
  'people.committee_before_group': {
    zh: '委员会决定的日期早于工会小组讨论的日期，请核对。',
    en: 'The committee cannot have decided before the group. Check the dates.',
  },
  'people.departure_proposed': {
    zh: '这位会员已有一件退会或除名的提议正在审批。',
    en: 'A proposal about this member’s leaving is waiting for its decision.',
  },
  'people.lapse_reminders_missing': {
    zh: '提醒不够：在不交会费、不参加活动期间，要有两次不同日期的提醒才能提议按退会处理。',
    en: 'Not reminded enough: within that time, reminders on two different days are needed.',
  },
  'people.lapse_too_early': {
    zh: '还没有连续满六个月，不能按退会处理。',
    en: 'Six months in a row have not passed yet.',
  },
  'people.merge_already_proposed': {
    zh: '已经请上级核对过这份档案，请等上级处理。',
    en: 'The union above has been asked about this record already.',
  },
  'people.merge_documents_differ': {
    zh: '两份档案的证件号码不同，很可能是两个人。请打开“合并重复档案”逐项核对后再办。',
    en: 'The two records have different document numbers and are probably two persons. Compare them one by one.',
  },
  'people.merge_separate_posts': {
    zh: '两份档案分别担任系统、安全、审计管理员，一个人不能兼任，不能合并。',
    en: 'The two records hold posts of separate administrators, which one person may not hold together.',
  },
  'people.merge_two_transfers': {
    zh: '两份档案都有正在办理的转会，请先办结其中一件。',
    en: 'Both records have a transfer under way. Settle one of them first.',
  },
  'people.no_duplicate': {
    zh: '没有查到这份档案的疑似重复，可能已经处理过了。',
    en: 'No duplicate of this record is found; it may have been settled already.',
  },
  'people.two_accounts': {
    zh: '两份档案都有登录账号，请选择保留哪一个；另一个会停用。',
    en: 'Both records sign in. Choose which log-in stays; the other is closed.',
  },
  'people.merge_chain': {
    zh: '其中一份档案已经与别的档案合并，请先撤销那次合并。',
    en: 'One of these records is merged with another already. Undo that merge first.',
  },
  'people.merge_same': { zh: '这是同一份档案，不用合并。', en: 'This is one and the same record.' },
  'people.reason_number': {
    zh: '理由里不要写证件号、手机号或卡号，本人会看到这段话。请改成文字说明。',
    en: 'Put no document, mobile or card number into the reason: the person reads it. Say it in words.',
  },
  'people.reason_short': {
    zh: '理由太短，本人看不明白。请至少写 {characters} 个字。',
    en: 'The reason is too short to tell the person anything. Write at least {characters} characters.',
  },
  'people.no_membership': {
    zh: '这位职工现在没有会籍，不能这样办理。',
    en: 'This person holds no membership at present.',
  },
  'people.not_retained': {
    zh: '这位会员的会籍没有保留，不用恢复。',
    en: 'This membership is a full one already.',
  },
  'people.nobody_selected': {
    zh: '还没有选中任何人，请先选择会员。',
    en: 'Nobody is selected. Choose members first.',
  },
  'people.nobody_by_document': {
    zh: '没有查到姓名和证件号码都相符的在会会员。请核对；如果还不是会员，请登记入会。',
    en: 'No member elsewhere has this name and this document. Check both; who is no member yet is admitted instead.',
  },
  'people.same_union': {
    zh: '已经在这个工会，不用转。',
    en: 'The member belongs to this union already.',
  },
  'people.too_many_proposals': {
    zh: '一次最多提出 {limit} 人的转会，请分几次办理。',
    en: 'At most {limit} transfers can be proposed at once. Divide them.',
  },
  'people.too_many_searches': {
    zh: '按手机尾号查询太频繁，请过 {minutes} 分钟再试，或改用姓名查询。',
    en: 'Too many searches by the tail of a mobile. Try again in {minutes} {minutes|minute|minutes}, or search by name.',
  },
  'people.too_many_selected': {
    zh: '一次最多选择 {limit} 人，请缩小范围分几次办理。',
    en: 'At most {limit} members can be changed at once. Narrow the selection down.',
  },
  'people.too_young': {
    zh: '入会时不满 {age} 周岁，不能登记为会员。请核对出生日期和入会日期。',
    en: 'Younger than {age} on the day of joining. Check the dates of birth and of joining.',
  },
  'people.transfer_asked_by_person': {
    zh: '这件转会是职工本人提出的，只能由本人撤回；您可以放行、接收或写明理由退回。',
    en: 'The member asked for this transfer and alone can withdraw it. You can release, accept or refuse it.',
  },
  'people.transfer_not_now': {
    zh: '还没轮到这一步：转出工会先放行，转入工会再接收。',
    en: 'Not yet: the union of today releases first, then the union to come accepts.',
  },
  'people.transfer_open': {
    zh: '这位会员已有一件转会正在办理，请先办结那一件。',
    en: 'A transfer of this member is under way. Settle that one first.',
  },
  'people.working_age': {
    zh: '年龄不在劳动年龄范围内，请核对出生日期。',
    en: 'The age lies outside working age. Check the date of birth.',
  },
  'people.relative_oneself': {
    zh: '本人不是自己的亲属，请选另一个人。',
    en: 'Nobody is their own relative: choose another person.',
  },
  'people.relative_declared': {
    zh: '这两人的亲属关系已经登记过。',
    en: 'This relative is on record already.',
  },
  'people.relative_ended': {
    zh: '这条申报已经撤销过了。',
    en: 'This declaration has been taken back already.',
  },
} as const satisfies Record<string, Sentence>
