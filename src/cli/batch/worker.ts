import { parentPort } from 'node:worker_threads'
import { RowAnswerer, type Job } from './row-answerer.js'
import type { Task } from './threads.js'

// What each thread does: take the job, then answer chunk after chunk.

parentPort?.once('message', (job: Job) => {
  const rows = new RowAnswerer(job)
  parentPort?.on('message', ({ chunk, memory }: Task) => {
    const answered = rows.answer(chunk, memory)
    parentPort?.postMessage(answered, [answered.bytes.buffer])
  })
})
