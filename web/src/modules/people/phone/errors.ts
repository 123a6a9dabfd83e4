import type { Sentence } from '../../../i18n/texts.ts'

/** Sentences for what a worker may be told about their own membership. */
export const ownMembershipErrors = {
  'people.not_a_union': {
    zh: '这里只能选择基层工会，请重新选择。',
    en: 'Only a basic union can be chosen here.',
  },
  'people.own_no_membership': {
    zh: '您现在没有会籍，不用转会；请向单位工会申请入会。',
    en: 'You hold no membership to transfer. Ask the union of your workplace to admit you.',
  },
  'people.own_not_member': {
    zh: '您现在没有会籍，不用退会。',
    en: 'You hold no membership to withdraw from.',
  },
  'people.own_withdrawal_open': {
    zh: '您已经提出退会，不用再提。',
    en: 'You have declared your withdrawal already.',
  },
  'people.own_withdrawal_over': {
    zh: '没有正在办理的退会；可能已经撤回或已经生效。',
    en: 'No withdrawal is under way; it was taken back or has taken effect.',
  },
  'people.own_same_union': { zh: '您已经在这个工会，不用转。', en: 'You belong to this union already.' },
  'people.own_transfer_open': {
    zh: '您已有一件转会正在办理。要改去别的工会，请先撤回这一件。',
    en: 'A transfer of yours is under way. To go elsewhere, withdraw that one first.',
  },
  'people.transfer_ended': {
    zh: '这件转会已经办结，不能再办。请刷新看现在的情况。',
    en: 'This transfer has ended already. Refresh to see how things stand.',
  },
  'people.union_ended': {
    zh: '这个工会在所填日期已经撤销，请选择别的工会。',
    en: 'That union had ended by this date. Choose another one.',
  },
} as const satisfies Record<string, Sentence>
