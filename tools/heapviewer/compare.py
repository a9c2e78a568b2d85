# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""What grew from one dump to the next: by type, and by the paths under which things are found."""


def by_type(before, after):
    old = {t.name: t for t in before.types()}
    new = {t.name: t for t in after.types()}
    rows = []
    for name in old.keys() | new.keys():
        count = (new[name].count if name in new else 0) - (old[name].count if name in old else 0)
        size = (new[name].bytes if name in new else 0) - (old[name].bytes if name in old else 0)
        if count or size:
            rows.append({"type": name, "count": count, "bytes": size})
    return sorted(rows, key=lambda r: (-abs(r["bytes"]), r["type"]))


def retained_by_path(heap):
    found = {}
    for node in heap.nodes.values():
        if node.owner is node and not heap.is_structure(node):
            path = heap.path(node)
            if path not in found or node.retained > found[path].retained:
                found[path] = node
    return found


def is_inside(path, shown):
    return any(path != s and path.startswith(s) and path[len(s)] in ".[:" for s in shown)


def by_path(before, after, limit):
    old, new = retained_by_path(before), retained_by_path(after)
    rows = []
    for path, node in new.items():
        was = old[path].retained if path in old else 0
        if node.retained > was:
            rows.append({"path": path, "type": node.type, "grew": node.retained - was, "retained": node.retained,
                         "new": path not in old})
    rows.sort(key=lambda r: (-r["grew"], len(r["path"]), r["path"]))
    shown, chosen = set(), []
    for row in rows:  # what is inside of something that grew has been told with it
        if len(chosen) == limit:
            break
        if not is_inside(row["path"], shown):
            chosen.append(row)
            shown.add(row["path"])
    return chosen


def changes(before, after, limit):
    return {
        "used": [before.dump.stats["used"], after.dump.stats["used"]],
        "total": [before.dump.stats["total"], after.dump.stats["total"]],
        "types": by_type(before, after)[:limit],
        "paths": by_path(before, after, limit),
    }
