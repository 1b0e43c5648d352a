#!/usr/bin/env python3
"""Learns the weights of the sentence scorer (crates/engine/src/align/weights.rs) from labelled pairs of sentences, and says how well they do on
groups of events they have not seen.

usage: train_links.py SET.json… [--folds K] [--write]      (pip install numpy scikit-learn; build crossread-eval in release first)

A set holds {"pairs": [{"id", "group", "kind"?, "a", "b", "gold": [[i, j, grade]], "ignore": [[i, j]], "eval": null | [[i, j]]}]}.
Without --write: average precision over K-fold cross-validation by group (5), and of each set's weights on
the others. With --write the weights of all sets are written.

Evidence comes from the engine itself (`crossread-eval evidence`), so that what is trained is what runs. Each set has an intercept of its own:
how many of its labelled pairs are links says more of how they were chosen than of news. The bias that is written makes precision on
the judged pairs PRECISION at the product's threshold.
"""
import argparse, json, math, os, subprocess, zlib
import numpy as np
from sklearn.linear_model import LogisticRegression

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
TOOL = os.path.join(ROOT, 'target/release/crossread-eval')
OUT = os.path.join(ROOT, 'crates/engine/src/align/weights.rs')
EVIDENCE = ['containment', 'dice', 'trigrams', 'figures', 'other_figures', 'second_word', 'quotation']
CONTEXT = ['own', 'row_share', 'column_share', 'prominence', 'diagonal', 'adjacent']
NAMES, NAMES_ENOUGH = 4.0, .35     # what is taken from scores per missing likeness of names, and the likeness that is enough
THRESHOLD, PRECISION = .37, .76
EXHAUSTIVE = 6                     # how much more a set counts in all whose every pair of sentences is judged than one with selected ones
ROW_AND_COLUMN = [len(EVIDENCE) + CONTEXT.index(c) for c in ('row_share', 'column_share')]
sigmoid = lambda x: 1 / (1 + np.exp(-x))

class Pair:
    def __init__(self, of_set, pair, found):
        self.set, self.group = of_set, pair['group']
        self.evidence = np.array(found['cells']).reshape(len(pair['a']), len(pair['b']), len(EVIDENCE))
        self.weight = EXHAUSTIVE if pair.get('eval') is None else 1
        self.strangeness = NAMES * max(0, NAMES_ENOUGH - found['names'])
        gold, ignore = {(i, j) for i, j, _ in pair['gold']}, {tuple(c) for c in pair['ignore']}
        judged = np.ndindex(*self.evidence.shape[:2]) if pair.get('eval') is None else map(tuple, pair['eval'])
        judged = [c for c in judged if c not in ignore]
        self.at = tuple(np.array(judged, dtype=int).reshape(-1, 2).T)
        self.label = np.array([c in gold for c in judged], dtype=int)

def context(p):
    """The features of crates/engine/src/align/context.rs."""
    n, m = p.shape; pad = np.zeros((n + 2, m + 2)); pad[1:-1, 1:-1] = p
    z = lambda axis: (p - p.mean(axis, keepdims=True)) / (p.std(axis, keepdims=True) + .03)
    return np.stack([p, p / (p.max(1, keepdims=True) + 1e-6), p / (p.max(0, keepdims=True) + 1e-6), np.minimum(z(1), z(0)) / 4,
                     np.maximum(pad[:-2, :-2], pad[2:, 2:]),
                     np.maximum.reduce([pad[:-2, 1:-1], pad[2:, 1:-1], pad[1:-1, :-2], pad[1:-1, 2:], pad[:-2, 2:], pad[2:, :-2]])], -1)

def regression(pairs, features):
    """Weights and bias of a logistic regression over the judged cells of pairs."""
    X = np.concatenate([features(p)[p.at] for p in pairs])
    if X.shape[1] > len(EVIDENCE): X[:, ROW_AND_COLUMN] = X[:, ROW_AND_COLUMN].mean(1, keepdims=True)      # which text comes first must not matter
    y = np.concatenate([p.label for p in pairs])
    of_set = np.concatenate([np.full(len(p.label), p.set) for p in pairs]); sets = sorted(set(of_set))
    spread = X.std(0) + 1e-6
    own = np.stack([of_set == s for s in sets[1:]], -1) if sets[1:] else np.zeros((len(y), 0))
    weight = np.concatenate([np.full(len(p.label), float(p.weight)) for p in pairs])
    weight *= sum((of_set == s) / (of_set == s).sum() for s in sets) * 3000
    fitted = LogisticRegression(C=1.0, max_iter=1000).fit(np.hstack([X / spread, own]), y, sample_weight=weight)
    return fitted.coef_[0][:X.shape[1]] / spread, fitted.intercept_[0]

class Model:
    def __init__(self, pairs):
        pairs = [p for p in pairs if len(p.label)]
        self.first = regression(pairs, lambda p: p.evidence)
        weights, self.bias = regression(pairs, self.features)
        self.second, self.context = weights[:len(EVIDENCE)], weights[len(EVIDENCE):]
        cells = sorted((-z, y) for p in pairs for z, y in zip(self.logits(p)[p.at], p.label))
        precise = np.cumsum([y for _, y in cells]) / np.arange(1, len(cells) + 1)
        last = np.nonzero(precise >= PRECISION)[0][-1]
        self.bias += math.log(THRESHOLD / (1 - THRESHOLD)) + cells[last][0]
    def features(self, p): return np.concatenate([p.evidence, context(sigmoid(p.evidence @ self.first[0] + self.first[1]))], -1)
    def logits(self, p): return self.features(p) @ np.concatenate([self.second, self.context]) + self.bias - p.strangeness

def average_precision(pairs, logits):
    cells = sorted((-z, y) for p, l in zip(pairs, logits) for z, y in zip(l[p.at], p.label))
    y = np.array([y for _, y in cells])
    return (np.cumsum(y) / np.arange(1, len(y) + 1) * y).sum() / y.sum()

def write(model):
    fields = lambda names, values: ', '.join('%s: %.3f' % f for f in zip(names, values))
    out = '//! Learned by xtask/eval/train_links.py; not to be edited by hand.\n\nuse super::model::{Context, Evidence};\n\n'
    const = lambda name, kind, value: 'pub(super) const %s: %s = %s;\n' % (name, kind, value)
    for name, (weights, bias) in (('FIRST', model.first), ('SECOND', (model.second, model.bias))):
        out += const(name, 'Evidence', 'Evidence { %s }' % fields(EVIDENCE, weights)) + const(name + '_BIAS', 'f64', '%.3f' % bias)
    out += const('CONTEXT', 'Context', 'Context { %s }' % fields(CONTEXT, model.context)) + const('NAMES', 'f64', NAMES) + const('NAMES_ENOUGH', 'f64', NAMES_ENOUGH)
    open(OUT, 'w').write(out); subprocess.run(['rustfmt', '--edition', '2024', '--config-path', ROOT, OUT], check=True)

def main():
    ap = argparse.ArgumentParser(); ap.add_argument('sets', nargs='+'); ap.add_argument('--folds', type=int, default=5); ap.add_argument('--write', action='store_true')
    a = ap.parse_args(); pairs = []
    for n, path in enumerate(a.sets):
        found = json.loads(subprocess.run([TOOL, 'evidence', path], capture_output=True, check=True).stdout)
        pairs += [Pair(n, p, found[p['id']]) for p in json.load(open(path, encoding='utf8'))['pairs']]
    if a.write: return write(Model(pairs))
    fold = lambda p: zlib.crc32(('x' + p.group).encode()) % a.folds
    logits = {}
    for k in range(a.folds):
        model = Model([p for p in pairs if fold(p) != k])
        logits.update((p, model.logits(p)) for p in pairs if fold(p) == k)
    for n, path in enumerate(a.sets):
        of = [p for p in pairs if p.set == n]
        print('%-16s cross-validated %.4f' % (os.path.basename(path), average_precision(of, [logits[p] for p in of])), end='')
        if len(a.sets) > 1:
            model = Model([p for p in pairs if p.set != n]); print('   fitted on the other sets %.4f' % average_precision(of, [model.logits(p) for p in of]), end='')
        print(flush=True)
if __name__ == '__main__': main()
