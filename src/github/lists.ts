import * as v from 'valibot';
import { GitHubOutage } from '../ports/github.js';
import { readAnswer } from './answers.js';
import type { ItemSchema } from './answers.js';
import type { Headers } from './failure.js';
import type { Patience } from './patience.js';
import type { Send } from './requests.js';

/** A list of GitHub's REST API, served in pages of a hundred. */
export interface ListRequest<Item> {
  readonly operation: string;
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly item: ItemSchema<Item>;
  /** An item that appears on two pages, because the list moved meanwhile, is the same item. */
  readonly key: (item: Item) => number | string;
  /**
   * Which of two readings of one item to believe; negative: the left one. Absent: the one of the later page, for items
   * that do not change. Pages are read side by side and remembered by ETag, so a later page is no later reading.
   */
  readonly prefer?: (left: Item, right: Item) => number;
  /** Some lists are an object with `total_count` and the items under this name; the others are an array. */
  readonly countedAs?: string;
  /** GitHub serves no more items of this list than this, however many there are. */
  readonly cap?: number;
  readonly live: boolean;
}

export interface List<Item> {
  /** In GitHub's order, none twice. */
  readonly items: readonly Item[];
  /** The list goes on beyond its cap. */
  readonly capped: boolean;
}

export interface Lists {
  /** The whole list; `GitHubOutage` if it cannot be had whole (spec 6, rule 8). */
  read<Item>(request: ListRequest<Item>): Promise<List<Item>>;
}

interface Page<Item> {
  readonly items: readonly Item[];
  /** Null for lists that are not counted. */
  readonly total: number | null;
  /** Number of the last page, when GitHub tells. */
  readonly last: number | null;
  readonly hasNext: boolean;
}

const pageSize = 100;
/** No list of a pull request comes near; more pages than this is a server that never says "last". */
const pageLimit = 100;
const pagesAtOnce = 6;
const readingLimit = 3;

/**
 * Pages after the first are read side by side, and the whole is checked: against `total_count` where there is one;
 * elsewhere by asking for the first and last page again, which shows whether anything was deleted, and so slipped from
 * one page to another unseen, meanwhile. A list that was moving is read again.
 *
 * Pages are remembered with their ETag for the whole run, for live reads too: a 304 is GitHub's own word, given now,
 * that the page is unchanged, and it does not count towards the limit.
 */
export function createLists(send: Send, patience: Patience): Lists {
  const tagged = new Map<string, { readonly etag: string; readonly page: Page<unknown> }>();

  async function readPage<Item>(request: ListRequest<Item>, number: number): Promise<Page<Item>> {
    const query = new URLSearchParams({ ...request.query, per_page: String(pageSize), page: String(number) });
    const path = `${request.path}?${query.toString()}`;
    const known = tagged.get(path);
    const { operation, live } = request;
    const answer = await send({ operation, method: 'GET', path, repeatable: true, live, etag: known?.etag ?? null });
    if (answer.status === 304 && known !== undefined) {
      // A path is always read with the same schema, so the page holds what that schema made.
      return known.page as Page<Item>;
    }
    const page = parsePage(request, answer.data, answer.headers);
    const etag = answer.headers.etag;
    if (typeof etag === 'string') {
      tagged.set(path, { etag, page });
    }
    return page;
  }

  async function readPages<Item>(request: ListRequest<Item>): Promise<ReadonlyArray<Page<Item>>> {
    const first = await readPage(request, 1);
    const count = expectedPages(first, request.cap);
    if (count > pageLimit) {
      throw new GitHubOutage(request.operation, 200, `the list has ${count} pages, more than ${pageLimit}`);
    }
    const pages = [first, ...(await inParallel(count - 1, (index) => readPage(request, index + 2)))];
    while (mayGoOn(pages, request.cap)) {
      if (pages.length >= pageLimit) {
        throw new GitHubOutage(request.operation, 200, `the list does not end after ${pageLimit} pages`);
      }
      pages.push(await readPage(request, pages.length + 1));
    }
    return pages;
  }

  /** Null if something was missing or moved. */
  async function readOnce<Item>(request: ListRequest<Item>): Promise<List<Item> | null> {
    const pages = await readPages(request);
    const items = believedItems(request, pages);
    const total = Math.max(...pages.map((page) => page.total ?? 0));
    const capped = request.cap !== undefined && total >= request.cap;
    const whole = request.countedAs === undefined ? await stoodStill(request, pages) : items.size >= Math.min(total, request.cap ?? total);
    return whole ? { items: [...items.values()], capped } : null;
  }

  async function stoodStill<Item>(request: ListRequest<Item>, pages: ReadonlyArray<Page<Item>>): Promise<boolean> {
    const ends = pages.length < 2 ? [] : [1, pages.length];
    const again = await inParallel(ends.length, (index) => readPage(request, ends[index] ?? 1));
    return again.every((page, index) => {
      const before = pages.at(index === 0 ? 0 : -1)?.items.map(request.key) ?? [];
      return before.every((key, place) => page.items[place] !== undefined && request.key(page.items[place]) === key);
    });
  }

  return {
    read: async (request) => {
      for (let reading = 1; reading <= readingLimit; reading += 1) {
        const list = await readOnce(request);
        if (list !== null) {
          return list;
        }
        if (reading < readingLimit && !(await patience.pause(reading * 1000))) {
          break;
        }
      }
      throw new GitHubOutage(request.operation, 200, 'the list is incomplete: fewer items than GitHub counts, or it kept changing while it was read');
    },
  };
}

/** Each item once, where it was first listed. */
export function believedItems<Item>(
  { key, prefer = () => 0 }: Pick<ListRequest<Item>, 'key' | 'prefer'>,
  pages: ReadonlyArray<{ readonly items: readonly Item[] }>,
): ReadonlyMap<number | string, Item> {
  const believed = new Map<number | string, Item>();
  for (const item of pages.flatMap(({ items }) => items)) {
    const other = believed.get(key(item));
    if (other === undefined || prefer(other, item) >= 0) {
      believed.set(key(item), item);
    }
  }
  return believed;
}

function parsePage<Item>(request: ListRequest<Item>, data: unknown, headers: Headers): Page<Item> {
  const links = pageLinks(headers.link);
  const position = { last: links.get('last') ?? null, hasNext: links.has('next') };
  if (request.countedAs === undefined) {
    return { ...position, items: readAnswer(v.array(request.item), data, request.operation), total: null };
  }
  const { total_count: total } = readAnswer(v.object({ total_count: count }), data, request.operation);
  const listed = v.object({ [request.countedAs]: v.array(request.item) });
  return { ...position, items: Object.values(readAnswer(listed, data, request.operation)).flat(), total };
}

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** Pages to ask for before knowing more: what GitHub names as the last one, or what the count needs. */
function expectedPages(first: Page<unknown>, cap: number | undefined): number {
  const counted = Math.ceil(Math.min(first.total ?? 0, cap ?? Number.POSITIVE_INFINITY) / pageSize);
  return Math.max(1, counted, first.last ?? 1);
}

/**
 * A full last page is asked about even if GitHub named no next one: `link` may be that of an earlier answer, when the
 * page itself is unchanged but has got a successor.
 */
function mayGoOn(pages: ReadonlyArray<Page<unknown>>, cap: number | undefined): boolean {
  const last = pages.at(-1);
  const full = (last?.items.length ?? 0) >= pageSize;
  return (last?.hasNext === true || full) && (cap === undefined || pages.length * pageSize < cap);
}

/** Page numbers by relation. Only the number is taken from the header: its address is not followed. */
function pageLinks(header: string | number | undefined): ReadonlyMap<string, number> {
  const links = new Map<string, number>();
  for (const part of String(header ?? '').split(',')) {
    const link = /^\s*<(?<address>[^<>]*)>\s*;\s*rel="(?<relation>[a-z]{1,20})"/.exec(part)?.groups;
    const address = link?.address ?? '';
    const number = URL.canParse(address) ? Number(new URL(address).searchParams.get('page')) : 0;
    if (link?.relation !== undefined && Number.isSafeInteger(number) && number > 0) {
      links.set(link.relation, number);
    }
  }
  return links;
}

/** Results in order of the index, a bounded number of tasks at a time. */
async function inParallel<Result>(length: number, task: (index: number) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = [];
  for (let start = 0; start < length; start += pagesAtOnce) {
    const indexes = Array.from({ length: Math.min(pagesAtOnce, length - start) }, (_, offset) => start + offset);
    results.push(...(await Promise.all(indexes.map(task))));
  }
  return results;
}
