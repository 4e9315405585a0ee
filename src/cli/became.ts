import type { Provision } from '../catalogue.js'
import type { Context } from './context.js'
import { messages } from './messages.js'

/** What became of a provision, in words. */
export function becameText(became: Provision['became'], { locale, say }: Context): string {
  switch (became.as) {
    case 'rule':
      return say(messages.becameRule, { functions: became.by.join(', ') })
    case 'figure':
      return say(messages.becameFigure, { functions: became.by.join(', ') })
    case 'constant':
      return say(messages.becameConstant, { name: became.name })
    case 'nothing':
      return say(messages.becameNothing, { because: became.because[locale] })
  }
}
