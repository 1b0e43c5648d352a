#!/usr/bin/env python3
"""Makes the forests of the extractor (crates/engine/src/ingest/extract) from labelled pages, and says how well they do on pages they have not seen.

usage: train_extract.py PAGES [--folds K] [--write] [--kind page|text]      (pip install numpy lightgbm; build crossread-eval in release first)

PAGES holds truth.jsonl (id, text, title, author, date), html/ID.html.gz and paste/ID.txt. Without --write, K-fold cross-validation over pages (5):
figures are the F1 of the article-extraction benchmark, macro precision and recall over 4-word shingles. With --write, forests of all pages are written.

Rows of numbers come from the engine itself (`crossread-eval rows`), so that what is trained is what runs. A unit's label is the share of its words
that the truth has, in the truth's order. A unit counts as much as its words do in its page's score. The second forest is fitted on scores of
first forests that had not seen the page. Texts are trained on as pasted, without their empty lines, and as the bare lines of the
page's markup.
"""
import argparse, collections, gzip, json, os, re, statistics, struct, subprocess, tempfile, zlib
import lightgbm as lgb, numpy as np

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
TOOL = os.path.join(ROOT, 'target/release/crossread-eval')
OUT = os.path.join(ROOT, 'crates/engine/src/ingest/extract/weights')
TREES = {'page': (75, 60), 'text': (100, 80)}
PARAMS = dict(objective='cross_entropy', learning_rate=.12, num_leaves=12, min_data_in_leaf=40, min_sum_hessian_in_leaf=2, feature_fraction=.5,
              bagging_fraction=.7, bagging_freq=1, lambda_l2=5, verbose=-1, num_threads=1, seed=1, deterministic=True, force_row_wise=True)
WORD = re.compile(r'\w+')

def shingles(words, n=4): return collections.Counter(tuple(words[i:i + n]) for i in range(max(1, len(words) - n + 1)) if words[i:i + n])
def fold(page, k, salt=''): return zlib.crc32((salt + page).encode()) % k

def labels(units, truth):
    """The share of each unit's words that stand in the truth. Units that are in it in the same order; short ones only where that order lets them."""
    at, grams = collections.defaultdict(list), {}
    for i, w in enumerate(truth): at[w].append(i)
    for i in range(len(truth) - 4, -1, -1): grams[tuple(truth[i:i + 4])] = i
    label, seen = np.zeros(len(units)), []                               # seen: (unit, position in the truth, words, share)
    for k, w in enumerate(units):
        if len(w) >= 4:
            hits = [i for i in range(len(w) - 3) if tuple(w[i:i + 4]) in grams]
            share = len(hits) / (len(w) - 3)
            if len(w) >= 12: label[k] = share
            if share >= .5: seen.append((k, grams[tuple(w[hits[0]:hits[0] + 4])], len(w), share))
        elif w:
            seen += [(k, p, len(w), 1.0) for p in reversed(at.get(w[0], ())[:60]) if truth[p:p + len(w)] == w]
    # The heaviest chain that rises in both unit and position, with a Fenwick tree of best sums so far.
    tree, best, before = [(0, -1)] * (len(truth) + 3), [0] * len(seen), [-1] * len(seen)
    i = 0
    while i < len(seen):
        j, done = i, []
        while j < len(seen) and seen[j][0] == seen[i][0]:
            p, top = seen[j][1], (0, -1)
            while p > 0: top = max(top, tree[p]); p -= p & -p
            best[j], before[j] = top[0] + seen[j][2], top[1]
            done.append(j); j += 1
        for c in done:
            p = seen[c][1] + 1
            while p < len(tree): tree[p] = max(tree[p], (best[c], c)); p += p & -p
        i = j
    c = max(range(len(seen)), key=best.__getitem__, default=-1)
    while c >= 0: label[seen[c][0]] = max(label[seen[c][0]], seen[c][3]); c = before[c]
    return label

class Text:
    """One page in one form: its units, labels, rows."""
    def __init__(self, page, path, truth):
        self.page, self.path, self.truth = page, path, truth
    def read(self, found):
        self.texts = [t for t, _ in found]; self.words = [WORD.findall(t) for t in self.texts]
        self.rows = np.array([r for _, r in found], dtype=np.float32)
        if not hasattr(self, 'label'): self.label = labels(self.words, WORD.findall(self.truth))
    def weight(self):
        return (np.minimum([len(w) for w in self.words], 120) ** .9 + 1) / max(60, len(WORD.findall(self.truth))) * 1000

def engine_rows(texts, scores=None):
    """Lets the engine make the rows of all texts, given their first scores or not."""
    with tempfile.NamedTemporaryFile('w', suffix='.json') as f:
        if scores: json.dump({t.path: list(map(float, scores[t.path])) for t in texts}, f); f.flush()
        for k in range(0, len(texts), 100):
            part = texts[k:k + 100]
            found = json.loads(subprocess.run([TOOL, 'rows', f.name if scores else '-', *(t.path for t in part)], capture_output=True, check=True).stdout)
            for t in part: t.read(found[t.path])

def fit(texts, trees):
    X, y, w = (np.concatenate([part(t) for t in texts if len(t.label)]) for part in (lambda t: t.rows, lambda t: t.label, lambda t: t.weight()))
    return lgb.train(PARAMS, lgb.Dataset(X, y, weight=w), trees)
def predict(model, t): return model.predict(t.rows, raw_score=True) if len(t.label) else np.zeros(0)

def both_forests(train, test, trees):
    """First and second forest of some texts, and the second's scores of others."""
    first = fit(train, trees[0])
    scores = {t.path: predict(first, t) for t in test}
    for j in range(4):
        model = fit([t for t in train if fold(t.page, 4, 'inner') != j], trees[0])
        scores.update((t.path, predict(model, t)) for t in train if fold(t.page, 4, 'inner') == j)
    keep = {t.path: t.rows for t in train + test}
    engine_rows(train + test, scores)
    second = fit(train, trees[1])
    found = {t.path: predict(second, t) for t in test}
    for t in train + test: t.rows = keep[t.path]
    return first, second, found

def report(name, texts, scores):
    P, R, per = [], [], []
    for t in texts:
        true = shingles(WORD.findall(t.truth)); got = shingles([w for ws, s in zip(t.words, scores[t.path]) if s > 0 for w in ws])
        both, n, m = sum((got & true).values()), sum(got.values()), sum(true.values())
        if n: P.append(both / n)
        if m: R.append(both / m)
        per.append((2 * both / max(1, n + m), t.page))
    p, r = statistics.mean(P), statistics.mean(R)

    print('%-22s %d texts: F1 %.4f P %.4f R %.4f' % (name, len(texts), 2 * p * r / (p + r), p, r), flush=True)
    print('   worst:', ' '.join('%s %.2f' % (i, f) for f, i in sorted(per)[:12]))

def write(model, path):
    out = bytearray()
    for tree in model.dump_model()['tree_info']:
        splits, leaves = [], []
        def visit(node):
            if 'split_index' not in node:
                leaves.append(max(-32767, min(32767, round(node['leaf_value'] * 8192)))); return ~(len(leaves) - 1)
            at = len(splits); splits.append(None)
            assert node['decision_type'] == '<='
            bits = struct.unpack('<I', struct.pack('<f', node['threshold']))[0]
            bits = (bits + 0x8000) >> 16                                # bf16, to the nearest
            a, b = visit(node['left_child']), visit(node['right_child'])
            splits[at] = struct.pack('<BHbb', node['split_feature'], bits, a, b)
            return at
        visit(tree['tree_structure'])
        out += bytes([len(splits)]) + b''.join(splits) + b''.join(struct.pack('<h', v) for v in leaves)
    open(path, 'wb').write(out); print(path, len(out), 'bytes')

def main():
    ap = argparse.ArgumentParser(); ap.add_argument('pages'); ap.add_argument('--folds', type=int, default=5); ap.add_argument('--write', action='store_true')
    ap.add_argument('--kind', choices=['page', 'text']); a = ap.parse_args()
    truths = {t['id']: t for t in map(json.loads, open(os.path.join(a.pages, 'truth.jsonl'), encoding='utf8'))}
    with tempfile.TemporaryDirectory() as tmp:
        def text(page, form, data):
            path = os.path.join(tmp, page + '.' + form); open(path, 'wb').write(data); return Text(page, path, truths[page]['text'])
        pages = [text(p, 'html', gzip.open(os.path.join(a.pages, 'html', p + '.html.gz')).read()) for p in truths]
        engine_rows(pages)
        forms = {'page': {'page': pages}}
        if a.kind != 'page':
            pasted, dense, bare = [], [], []
            for p, page in zip(truths, pages):
                s = open(os.path.join(a.pages, 'paste', p + '.txt'), 'rb').read().decode('utf8', 'replace').replace('\r\n', '\n')
                close = lambda lines: '\n'.join(line for line in lines if line.strip()).encode()
                pasted.append(text(p, 'paste.txt', s.encode())); dense.append(text(p, 'dense.txt', close(s.split('\n'))))
                bare.append(text(p, 'bare.txt', close(' '.join(t.split()) for t in page.texts)))
            forms['text'] = {'pasted': pasted, 'without empty lines': dense, 'bare lines of markup': bare}
            engine_rows([t for texts in forms['text'].values() for t in texts])
        for kind in [a.kind] if a.kind else ['page', 'text']:
            texts = [t for ts in forms[kind].values() for t in ts]
            if a.write:
                for n, model in enumerate(both_forests(texts, [], TREES[kind])[:2], 1): write(model, os.path.join(OUT, '%s-%d.forest' % (kind, n)))
                continue
            scores = {}
            for k in range(a.folds):
                train, test = ([t for t in texts if (fold(t.page, a.folds) == k) == seen] for seen in (False, True))
                scores.update(both_forests(train, test, TREES[kind])[2])
            for name, ts in forms[kind].items(): report(kind + ' ' + name if name != kind else kind, ts, scores)
main()
