import type { Sentence } from '../../i18n/texts.ts'
import { choiceErrors } from './errors-choices.ts'

/** Sentences for the codes of matchmaking: also the reasons why somebody may not take part. */
export const matchmakingErrors = {
  ...choiceErrors,
  'matchmaking.not_member': {
    zh: '职工红娘只为在册会员服务，您现在没有有效的会籍。请先联系本单位工会。',
    en: 'Matchmaking is for members, and you have no membership today. Please speak to your union first.',
  },
  'matchmaking.no_consent': {
    zh: '您还没有同意职工红娘使用您的信息。请先到“职工红娘”里阅读并同意。',
    en: 'You have not agreed to your data being used for matchmaking. Please read and agree under Matchmaking first.',
  },
  'matchmaking.no_declaration': {
    zh: '单身承诺书还没有签，或者已过期。请先到“职工红娘”里签署。',
    en: 'Your declaration of being single is missing or has lapsed. Please sign it under Matchmaking first.',
  },
  'matchmaking.excluded': {
    zh: '您目前不能参加职工红娘。如有异议，请通过“投诉建议”反映。',
    en: 'You cannot take part in matchmaking at present. If you disagree, please use Complaints.',
  },
  'matchmaking.choices_close_before_start': {
    zh: '选择截止时间不能早于活动开始时间。',
    en: 'Choices cannot close before the event begins.',
  },
} satisfies Record<string, Sentence>
