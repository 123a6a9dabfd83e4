import { actionAreas, actionSentences } from '#contract/audit-sentences.ts'
import { fillIn, languages, type Language, type Sentence } from '#contract/sentence.ts'

const sentences: Readonly<Record<string, Sentence>> = actionSentences
const areas: Readonly<Record<string, Sentence>> = actionAreas

/** What an act is called, with its facts put in; an act without a sentence keeps its code. */
export function sentenceOf(action: string, params: Record<string, unknown>, language: Language): string {
  const sentence = sentences[action]
  return sentence === undefined ? action : fillIn(sentence[language], params)
}

/** Acts whose sentence, or whose area’s name, holds every one of the words in one language. */
export function actionsSaying(words: string): string[] {
  const wanted = words
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  return Object.entries(sentences)
    .filter(([action, sentence]) => {
      const area = areas[action.split('.')[0]!]
      return languages.some((language) => {
        const said = `${area?.[language] ?? ''} ${wordsOf(sentence[language])}`.toLowerCase()
        return wanted.every((word) => said.includes(word))
      })
    })
    .map(([action]) => action)
}

// Of a fact's place only its words are left: both of `{count|member|members}`.
function wordsOf(text: string): string {
  return text.replace(/\{\w+(?:\|([^|}]*)\|([^}]*))?\}/g, ' $1 $2 ')
}

/** Acts that an area or the name of one act stands for. */
export function actionsOf(areaOrAction: string): string[] {
  if (areaOrAction.includes('.')) return [areaOrAction]
  return Object.keys(sentences).filter((action) => action.startsWith(`${areaOrAction}.`))
}
