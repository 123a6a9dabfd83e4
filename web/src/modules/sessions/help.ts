import { fill, type Sentence } from '../../i18n/texts.ts'

interface Question {
  question: Sentence
  answer: Sentence
}

const officerQuestions: readonly Question[] = [
  {
    question: { zh: '我有几个职务，怎么切换？', en: 'I hold several posts. How do I switch?' },
    answer: {
      zh: '点页面上方的“以…身份”，选择要用的职务。几个职务的权限不会相加，页面内容随身份变化。',
      en: 'Press “Acting as …” at the top and choose the post. Powers never add up; the pages change with the post.',
    },
  },
  {
    question: { zh: '为什么有的内容我看不到？', en: 'Why can I not see something?' },
    answer: {
      zh: '您能看到的范围由任职决定：本单位及其下级。页面上的“为什么我不能？”会说明缺哪项权限，可以请上级工会授权。',
      en: 'Your appointment decides what you see: your unit and what is below it. “Why can’t I?” on the page names the missing power; the union above you can grant it.',
    },
  },
  {
    question: { zh: '证件号和手机号为什么带星号？', en: 'Why are document numbers and mobiles starred out?' },
    answer: {
      zh: '个人信息默认遮挡。确有工作需要时可以查看完整号码，要填写理由，系统会留下记录，职工本人也看得到谁查看过。',
      en: 'Personal data is masked by default. Where the work needs it you can reveal it with a reason; this is logged, and the worker sees who looked.',
    },
  },
  {
    question: { zh: '名册里有些行导不进去怎么办？', en: 'Some rows of my roster are rejected. What now?' },
    answer: {
      zh: '系统会逐行说明原因。您可以直接在网页上改正，也可以下载“未通过的行”，改好后再上传，重复上传不会多出人来。',
      en: 'Each row says why. Correct it in the browser, or download the rejected rows, mend them and upload again; uploading twice adds nobody twice.',
    },
  },
  {
    question: { zh: '导入错了能撤销吗？', en: 'Can an import be undone?' },
    answer: {
      zh: '能。打开那一次导入，点“撤销”，整批恢复到导入前；之后又被改过的行会列出来，不会被覆盖。',
      en: 'Yes. Open that import and press Undo: the batch goes back to what it was; rows changed since then are listed and left alone.',
    },
  },
  {
    question: { zh: '离开电脑要注意什么？', en: 'What about leaving my desk?' },
    answer: {
      zh: '请退出登录。超过 3 小时没有操作，系统会自动退出。',
      en: 'Sign out. After 3 hours without use you are signed out by itself.',
    },
  },
]

const workerQuestions: readonly Question[] = [
  {
    question: { zh: '会员卡怎么出示？', en: 'How do I show my card?' },
    answer: {
      zh: '点右上角的“会员卡”，把二维码给工作人员扫。二维码每 30 秒变一次，截图无效。',
      en: 'Press “Card” at the top right and let the staff scan the code. It changes every 30 seconds, so a screenshot is of no use.',
    },
  },
  {
    question: { zh: '字太小怎么办？', en: 'The text is too small.' },
    answer: { zh: '在“我的 → 设置”里打开大字版。', en: 'Turn on large text under Mine → Settings.' },
  },
  {
    question: { zh: '我的信息不对，找谁改？', en: 'My data is wrong. Who corrects it?' },
    answer: {
      zh: '请告诉您单位的工会。改动会留下记录，您在“我的”里可以看到。',
      en: 'Tell the union of your workplace. The change is recorded, and you can see it under Mine.',
    },
  },
]

/** The questions of officers or of workers with their answers, in the language in use. */
export function questionsFor(reader: 'officer' | 'worker'): { question: string; answer: string }[] {
  const asked = reader === 'officer' ? officerQuestions : workerQuestions
  return asked.map(({ question, answer }) => ({ question: fill(question, {}), answer: fill(answer, {}) }))
}
