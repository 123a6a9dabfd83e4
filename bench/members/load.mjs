// Asks as fast as the answers come, over a number of connections that stay open, and prints how many came and how long they took.
import { readFileSync } from 'node:fs'
import http from 'node:http'

const { url, requests, connections, seconds } = JSON.parse(readFileSync(0, 'utf8'))
const agent = new http.Agent({ keepAlive: true, maxSockets: connections })
const { hostname, port } = new URL(url)
const until = performance.now() + seconds * 1000
const milliseconds = []
let wrong = 0
let members = 0

await Promise.all(Array.from({ length: connections }, (_, at) => worker(at)))
agent.destroy()
milliseconds.sort((a, b) => a - b)
const at = (share) => milliseconds[Math.min(milliseconds.length - 1, Math.floor(milliseconds.length * share))]
console.log(
  JSON.stringify({
    perSecond: milliseconds.length / seconds,
    count: milliseconds.length,
    p50: at(0.5),
    p99: at(0.99),
    wrong,
    members,
  }),
)

async function worker(first) {
  for (let turn = first; performance.now() < until; turn += connections) {
    const started = performance.now()
    const answer = await ask(requests[turn % requests.length])
    milliseconds.push(performance.now() - started)
    if (answer.status !== 200) wrong += 1
    // Reading every answer would measure the reader: one in a hundred has to be right in full.
    else if (turn % 100 === 0) {
      const { items, total, figures } = JSON.parse(answer.text)
      if (figures !== undefined) wrong += figures.length === 0 ? 1 : 0
      else {
        members += total
        if (items.length !== Math.min(total, 20)) wrong += 1
      }
    }
  }
}

function ask({ path, cookie }) {
  return new Promise((resolve, reject) => {
    const request = http.get(
      { agent, hostname, port, path, headers: cookie ? { cookie } : {} },
      (response) => {
        const parts = []
        response.on('data', (part) => parts.push(part))
        response.on('end', () =>
          resolve({ status: response.statusCode, text: Buffer.concat(parts).toString('utf8') }),
        )
      },
    )
    request.on('error', reject)
  })
}
