import { measureMemory } from './memory.ts'
import { signInAll } from './visits.ts'
import { visitsFor } from './visits.ts'
import { signInsOf } from './visitor.ts'
import { readFileSync } from 'node:fs'
const pid = Number(process.argv[2]); const secs = Number(process.argv[3] ?? 30)
const address = 'http://localhost:3101'
const mem = () => Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`,'utf8'))?.[1]??0)/1024)
const v = await signInAll(address, await signInsOf(process.argv[4]!))
console.log('before sign in done', mem())
const visits = await visitsFor(v)
console.log('after visits', mem())
console.log(await measureMemory({ address, memory: mem, served: () => [] } as never, visits, 32, secs))
