import type { Sentence } from '../../i18n/texts.ts'
import { entryErrors } from './errors-entry.ts'
import { choiceErrors } from './errors-choices.ts'
import { deskErrors } from './errors-desk.ts'

/** Sentences for the codes of matchmaking: also the reasons why somebody may not take part. */
export const matchmakingErrors = {
  ...choiceErrors,
  ...deskErrors,
  ...entryErrors,
  'matchmaking.not_member': {
    zh: '职工红娘只为在册会员服务，您现在没有有效的会籍。请先联系本单位工会。',
    en: 'Matchmaking is for members, and you have no membership today. Please speak to your union first.',
  },
  'matchmaking.no_card': {
    zh: '职工红娘为持有工会会员服务卡的职工服务，您名下没有有效的卡。请向本单位工会申请或补登。',
    en: 'Matchmaking is for holders of a service card, and none of yours is in force. Please ask your union for one, or to record it.',
  },
  'matchmaking.not_employed': {
    zh: '您的档案里没有在职记录。请联系本单位工会核对您的工作单位。',
    en: 'Your file shows no workplace today. Please ask your union to check it.',
  },
  'matchmaking.age_unknown': {
    zh: '您的档案里缺性别或出生日期。请在“我的信息”里申请更正。',
    en: 'Sex or date of birth is missing in your file. Please ask for a correction under My data.',
  },
  'matchmaking.too_young': {
    zh: '您还没有到法定结婚年龄，到了以后就可以参加。',
    en: 'You have not reached the legal age of marriage yet. You are welcome once you have.',
  },
  'matchmaking.not_attested': {
    zh: '您所在单位的工会还没有确认您是会员并在职。请在“职工红娘”里提出申请，或等待答复。',
    en: 'The union of your unit has not attested yet that you are its member and work there. Please ask it under Matchmaking, or wait for its answer.',
  },
  'matchmaking.in_couple': {
    zh: '您已经牵手成功或登记结婚，不再参加新的介绍和活动。祝福你们！',
    en: 'You are in a couple or married, so there are no further introductions or events. All the best to you both!',
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
