const patienceMilliseconds = 3000

/**
 * Resolves at the first SIGINT, SIGTERM or SIGHUP, or when the process that started us is gone. Ctrl-C often arrives twice (from
 * the terminal and from npm): later signals are ignored for a moment, then end the process at once.
 */
export function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    let firstAt: number | null = null
    const onSignal = () => {
      if (firstAt !== null && Date.now() - firstAt > patienceMilliseconds) process.exit(1)
      firstAt ??= Date.now()
      resolve()
    }
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal)
    if (process.connected) process.on('disconnect', onSignal)
  })
}
