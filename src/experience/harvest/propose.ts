import { hashCatalog } from '../../catalog/hash';
import type { Catalog } from '../../catalog/schema';
import type { Study } from '../../office';
import { vocabularyOf } from './anonymise';
import { isDecided } from './decided';
import { grouped, textsOf, type Draft } from './group';
import { between, Proposer, type Discretion } from './proposer';
import type { ItemProposal, Review } from './review';
import { sideBySide } from './sideBySide';

/**
 * What finished engagements propose for a catalog: their own items, their wordings of its items, and
 * what they measured. What several of them say is one proposal; what was taken or refused before is none.
 */
export function proposals(
  finished: readonly Study[],
  catalog: Catalog,
  discretion: Discretion = {},
): Review {
  const vocabulary = vocabularyOf([catalog, ...(discretion.ordinary ?? [])]);
  const found = finished.map((study) => new Proposer(study, catalog, vocabulary, discretion));
  const { id, version } = catalog;
  const open = <P>(drafts: Draft<P>[]) => drafts.filter(({ key }) => !isDecided(catalog, key));
  const offering = (about: (one: Proposer) => boolean) =>
    new Set(found.filter(about).map(({ engagement }) => engagement)).size;
  return {
    format: 'appfi-harvest/2',
    catalog: { id, version, hash: hashCatalog(catalog) },
    items: sideBySide(
      grouped(open(found.flatMap((one) => one.items()))).map((group) =>
        together(
          group,
          offering(() => true),
        ),
      ),
      catalog,
    ),
    wordings: grouped(open(found.flatMap((one) => one.wordings())))
      .map((group) =>
        together(
          group,
          offering((one) => one.offers(group[0]?.proposal.item ?? '')),
        ),
      )
      .sort((a, b) => (a.item === b.item ? b.count - a.count : 0)),
    figures: found.flatMap((one) => one.figures()),
  };
}

/** One proposal of all that say it: the first one's, with every language and whatever was found in any. */
function together<P extends Gathered>(group: readonly Draft<P>[], of: number): P {
  const [first] = group as [Draft<P>];
  const engagements = [...new Set(group.map(({ engagement }) => engagement))].sort();
  const stripped = [...new Set(group.flatMap(({ proposal }) => proposal.stripped ?? []))];
  const suspicious = [
    ...new Set(group.flatMap(({ proposal }) => proposal.suspicious?.split(between) ?? [])),
  ];
  const variants = [...new Set(group.map(({ key }) => key))];
  return {
    ...first.proposal,
    text: textsOf(group),
    ...{ engagements, count: engagements.length, of, variants },
    ...(stripped.length > 0 && { stripped }),
    ...(suspicious.length > 0 && { suspicious: suspicious.join(between) }),
  };
}

type Gathered = Pick<
  ItemProposal,
  'engagements' | 'count' | 'of' | 'variants' | 'stripped' | 'suspicious' | 'text'
>;
