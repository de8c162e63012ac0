import type { Source } from '../../data/types.js';
import { GateError } from '../../errors.js';
import type { Failed, Order, Winner } from '../types.js';
import type { Statement } from './ledger.js';
import type { Sides } from './names.js';
import { type GameWinner, type Names, RECORDED_FAILURE, type Said } from './reading.js';

/**
 * What a row comes to once it is known which name is which.
 * @param sides null for our own rows, which name the sides themselves
 * @param scale of the suite
 * @returns nothing where the row is about other models
 * @throws GateError for one of our own scores that is off the scale
 */
export function settle(said: Said, sides: Sides | null, scale: readonly [number, number], source: Source): Statement[] {
  switch (said.kind) {
    case 'score':
      if (isOff(said.score, scale)) {
        const what = `${said.score} is off the scale from ${scale[0]} to ${scale[1]}; set judge.score.scale if it is another one`;
        throw new GateError(what, { ...source, key: 'score' });
      }
      return [{ slot: said.model, criterion: said.criterion, said: said.score }];
    case 'order':
      return [{ slot: said.order, criterion: said.criterion, said: said.winner }];
    case 'preference':
      return [{ slot: 'preference', criterion: said.criterion, said: said.preference }];
    case 'rating': {
      if (said.name !== sides!.candidate && said.name !== sides!.base) return [];
      const slot = said.name === sides!.candidate ? 'candidate' : 'base';
      return [{ slot, criterion: '', said: isOff(said.score, scale) ? RECORDED_FAILURE : said.score }];
    }
    case 'games':
      return gamesOf(said.names, said.winners, sides!);
    case 'share': {
      const [opponent, candidate] = said.names;
      if (candidate !== sides!.candidate || opponent !== sides!.opponent) return [];
      return [{ slot: 'preference', criterion: '', said: said.share }];
    }
  }
}

function isOff(score: number | Failed, [least, greatest]: readonly [number, number]): score is number {
  return typeof score === 'number' && !(score >= least && score <= greatest);
}

function gamesOf(names: Names, winners: readonly [GameWinner, GameWinner], sides: Sides): Statement[] {
  const at = names.indexOf(sides.candidate);
  if (at < 0 || names[1 - at] !== sides.opponent) return [];
  const orders: readonly Order[] = at === 0 ? ['candidate_first', 'base_first'] : ['base_first', 'candidate_first'];
  return orders.map((slot, game) => ({ slot, criterion: '', said: winnerOf(winners[game]!, at) }));
}

function winnerOf(winner: GameWinner, candidate: number): Winner | Failed {
  if (winner !== 0 && winner !== 1) return winner;
  return winner === candidate ? 'candidate' : 'base';
}
