import { stdin, stdout } from 'node:process'
import { createInterface, type Interface } from 'node:readline/promises'
import {
  answerNames,
  wrongAnswer,
  wrongAnswers,
  type AnswerName,
  type Answers,
} from '../operations/tenant-answers.ts'
import { PlainSentence } from '../platform/plain-sentence.ts'

const questions: Answers = {
  name: '总工会全称 / full name of the federation, such as 宁波市江北区总工会',
  division: '行政区划代码 / division code (GB/T 2260), such as 330205',
  code: '租户代号 / short code in letters, such as ningbo-jiangbei',
  system: '系统管理员 姓名:账号 / system administrator, NAME:LOGIN',
  security: '安全管理员 姓名:账号 / security administrator, NAME:LOGIN (another person)',
  audit: '审计管理员 姓名:账号 / audit administrator, NAME:LOGIN (a third person)',
  officer: '第一位总工会干部 姓名:账号 / first federation officer, NAME:LOGIN',
}

/** The questions one after the other, at a terminal. Until `confirmed` has answered, nothing has been made. */
export class Wizard {
  readonly #terminal: Interface
  readonly #left = new AbortController()
  #answers: Partial<Answers>

  constructor(given: Partial<Answers>) {
    this.#answers = given
    this.#terminal = createInterface({ input: stdin, output: stdout })
    // Ctrl-C and Ctrl-D leave; both are told the same.
    this.#terminal.on('SIGINT', () => this.#left.abort()).on('close', () => this.#left.abort())
  }

  /**
   * Asks for what was not given or cannot stand, shows all of it, and lets one change it until it is confirmed.
   * @throws PlainSentence when somebody leaves.
   */
  async confirmed(): Promise<Answers> {
    for (const name of answerNames) {
      const given = this.#answers[name]
      if (given === undefined) await this.#ask(name)
      else await this.#keepOrAsk(name, given)
    }
    for (;;) {
      const answers = this.#answers as Answers
      const wrong = wrongAnswers(answers)
      stdout.write(`\n${summary(answers)}\n${wrong.map((sentence) => `! ${sentence}\n`).join('')}`)
      const answer = (
        await this.#line('y = 建立 make it · 1-7 = 修改 change · q = 放弃 leave\n> ')
      ).toLowerCase()
      if (answer === 'y' && wrong.length === 0) return answers
      if (answer === 'q') throw nothingMade()
      const name = answerNames[Number(answer) - 1]
      if (name !== undefined) await this.#ask(name)
    }
  }

  /** Says why the tenant could not be made of the answers; `confirmed` is then asked again. */
  complain(sentence: string): void {
    stdout.write(`! ${sentence}\n`)
  }

  close(): void {
    this.#terminal.close()
  }

  async #keepOrAsk(name: AnswerName, given: string): Promise<void> {
    const wrong = wrongAnswer(name, given, this.#others(name))
    if (wrong === null) return
    stdout.write(`! ${wrong}\n`)
    await this.#ask(name)
  }

  async #ask(name: AnswerName): Promise<void> {
    for (;;) {
      const answer = await this.#line(`${questions[name]}\n> `)
      const wrong = wrongAnswer(name, answer, this.#others(name))
      if (wrong === null) {
        this.#answers = { ...this.#answers, [name]: answer }
        return
      }
      stdout.write(`! ${wrong}\n`)
    }
  }

  #others(name: AnswerName): Partial<Answers> {
    return { ...this.#answers, [name]: undefined }
  }

  async #line(question: string): Promise<string> {
    const { signal } = this.#left
    if (signal.aborted) throw nothingMade()
    try {
      return (await this.#terminal.question(question, { signal })).trim()
    } catch (error) {
      throw signal.aborted ? nothingMade() : error
    }
  }
}

function summary(answers: Answers): string {
  return answerNames
    .map((name, at) => `${at + 1}. ${questions[name].replace(/,? such as.*$/, '')}: ${answers[name]}`)
    .join('\n')
}

function nothingMade(): PlainSentence {
  return new PlainSentence('没有建立任何东西 · Nothing was made.')
}
