// Sends each request once, as fast as the answers come, over a number of connections that stay open; prints how many came, how long they took,
// and what they said. Plain sockets, so that the sender costs little of the two cores.
import { readFileSync } from 'node:fs'
import net from 'node:net'

const { url, requests, connections } = JSON.parse(readFileSync(0, 'utf8'))
const { hostname, port } = new URL(url)
const said = new Map()
const numbers = []
const milliseconds = []
const failures = []
let next = 0

const began = performance.now()
await Promise.all(Array.from({ length: Math.min(connections, requests.length) }, connection))
const seconds = (performance.now() - began) / 1000
milliseconds.sort((a, b) => a - b)
const at = (share) => milliseconds[Math.min(milliseconds.length - 1, Math.floor(milliseconds.length * share))]
numbers.sort((a, b) => a - b)
console.log(
  JSON.stringify({
    perSecond: milliseconds.length / seconds,
    seconds,
    p50: at(0.5),
    p99: at(0.99),
    said: Object.fromEntries(said),
    numbersOnce: numbers.every((number, place) => number === place + 1),
    failures: failures.slice(0, 3),
  }),
)

function connection() {
  return new Promise((resolve, reject) => {
    const socket = net.connect(Number(port), hostname)
    socket.setNoDelay(true)
    let text = ''
    let started = 0
    const send = () => {
      if (next >= requests.length) return void socket.end()
      const { method, path, headers, body } = requests[next++]
      started = performance.now()
      const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
      const content =
        body === undefined ? '' : `content-type: application/json\r\ncontent-length: ${body.length}\r\n`
      socket.write(
        `${method} ${path} HTTP/1.1\r\nhost: ${hostname}:${port}\r\n${lines.join('')}${content}\r\n${body ?? ''}`,
      )
    }
    socket.setEncoding('latin1')
    socket.on('connect', send)
    socket.on('data', (part) => {
      text += part
      const head = text.indexOf('\r\n\r\n')
      if (head < 0) return
      const length = Number(/content-length: (\d+)/i.exec(text)?.[1] ?? 0)
      if (text.length < head + 4 + length) return
      milliseconds.push(performance.now() - started)
      note(text.slice(9, 12), text.slice(head + 4))
      text = ''
      send()
    })
    socket.on('close', resolve)
    socket.on('error', reject)
  })
}

function note(status, body) {
  let what = status
  if (status === '200' || status === '201') {
    const answer = JSON.parse(body)
    what = answer.state ?? 'read'
    if (typeof answer.waitingNo === 'number') numbers.push(answer.waitingNo)
  } else failures.push(body)
  said.set(what, (said.get(what) ?? 0) + 1)
}
