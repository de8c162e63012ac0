import { readCompletion, wasBroken, withoutReasoning, type Completion } from './completion.js';
import type { Profile, Sent } from './profile.js';
import { JUDGE, type Wire } from './service.js';

/** Asks for chat completions, as far as the endpoint is known to take what is asked. */
export function chatWire(profile: Profile): Wire<Sent, Completion> {
  return {
    service: JUDGE,
    send: (client, { body }) => client.chat.completions.create(body),
    read: (body) => {
      const completion = readCompletion(body);
      if (completion === null) return null;
      return wasBroken(completion) ? { broken: 'broke off in the middle of a reply' } : { reply: completion };
    },
    // Groq
    readUnfit: (text) => ({ text: withoutReasoning(text), finish: 'stop', refusal: null, model: null, usage: null }),
    usageOf: ({ usage }) => usage,
    refused: (part, sent) => profile.refused(part, sent),
    notes: () => profile.notes(),
  };
}
