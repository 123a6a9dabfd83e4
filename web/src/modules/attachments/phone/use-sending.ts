import { useState } from 'react'
import type { Attachment } from '#contract/attachments.ts'
import { upload } from '../../../kit/upload.ts'

/** A file that has arrived, with the name it has on this phone; the server does not keep the name. */
export interface Sent {
  attachment: Attachment
  name: string
}

/** A file on its way, or one that did not arrive and why. */
export interface OnItsWay {
  file: File
  /** 0 to 1. */
  share: number
  stop: AbortController
  problem?: unknown
}

/** The files of one form: what has arrived, and what is on its way. */
export interface Files {
  sent: readonly Sent[]
  onTheirWay: readonly OnItsWay[]
  send: (files: readonly File[]) => void
  /** Stops a file on its way, or forgets one that did not arrive. */
  stop: (file: File) => void
  drop: (attachmentId: string) => void
  clear: () => void
}

/** Sends files as soon as they are chosen, one after the other so that a slow line is not shared, and keeps what arrived for the form. */
export function useSending(): Files {
  const [sent, setSent] = useState<readonly Sent[]>([])
  const [onTheirWay, setOnTheirWay] = useState<readonly OnItsWay[]>([])
  const change = (file: File, values: Partial<OnItsWay>) =>
    setOnTheirWay((all) => all.map((each) => (each.file === file ? { ...each, ...values } : each)))
  const forget = (file: File) => setOnTheirWay((all) => all.filter((each) => each.file !== file))

  async function sendOne({ file, stop }: OnItsWay) {
    if (stop.signal.aborted) return
    try {
      const onProgress = (share: number) => change(file, { share })
      const attachment = await upload('createAttachment', {}, file, { signal: stop.signal, onProgress })
      setSent((all) => [...all, { attachment, name: file.name }])
      forget(file)
    } catch (problem) {
      if (!stop.signal.aborted) change(file, { problem })
    }
  }

  async function send(files: readonly File[]) {
    const starting = files.map((file) => ({ file, share: 0, stop: new AbortController() }))
    setOnTheirWay((all) => [...all.filter((each) => !files.includes(each.file)), ...starting])
    for (const each of starting) await sendOne(each)
  }

  return {
    sent,
    onTheirWay,
    send: (files) => void send(files),
    stop: (file) => {
      onTheirWay.find((each) => each.file === file)?.stop.abort()
      forget(file)
    },
    drop: (attachmentId) => setSent((all) => all.filter((each) => each.attachment.id !== attachmentId)),
    clear: () => setSent([]),
  }
}
