"""The original trainer's logic in plain Python, timed over the golden cases.

Suggestions are plain dicts, the cheapest thing that Python has with names; parsed JSON is made before the clock runs.

    python3 training.py GOLDEN_FILE      prints nanoseconds of one training run
"""

import json
import statistics
import sys
import time


def suggest_from_evaluation(task_id, evaluation):
    suggestions = []
    advice = evaluation.get("suggestions", [])
    success = evaluation.get("success", False)
    score = evaluation.get("score", 0.5)
    for i, text in enumerate(advice[:5]):
        suggestions.append(
            {
                "kind": "heuristic_update",
                "key": f"heuristic_from_task_{task_id}_{i}",
                "value": text,
                "source_task_id": task_id,
                "reason": "From Critic evaluation suggestion",
            }
        )
    if not success or score < 0.5:
        suggestions.append(
            {
                "kind": "fine_tune_dataset",
                "key": f"training_target_{task_id}",
                "value": {
                    "task_id": task_id,
                    "outcome": "failed" if not success else "low_score",
                    "score": score,
                    "suggestions": advice,
                },
                "source_task_id": task_id,
                "reason": "Task failed or low score; add to training dataset",
            }
        )
    return suggestions


def suggest_from_lessons(lessons):
    suggestions = []
    for lesson in lessons[-20:][-10:]:
        evaluation = lesson.get("evaluation", {})
        task_id = lesson.get("task_id", "unknown")
        for i, text in enumerate(evaluation.get("suggestions", [])[:2]):
            suggestions.append(
                {
                    "kind": "heuristic_update",
                    "key": f"lesson_heuristic_{task_id}_{i}",
                    "value": text,
                    "source_task_id": task_id,
                    "reason": "From reflective lesson",
                }
            )
    return suggestions


def suggest_training(task_id, evaluation, lessons, include_lessons):
    suggestions = []
    if task_id and evaluation:
        suggestions.extend(suggest_from_evaluation(task_id, evaluation))
    if include_lessons:
        suggestions.extend(suggest_from_lessons(lessons))
    return suggestions


def apply_heuristic_updates(suggestions, heuristics):
    applied = 0
    for suggestion in suggestions:
        if suggestion["kind"] == "heuristic_update":
            heuristics[suggestion["key"]] = suggestion["value"]
            applied += 1
    return applied


def train(cases):
    for task_id, evaluation, lessons, include_lessons, apply in cases:
        heuristics = {}
        suggestions = suggest_training(task_id, evaluation, lessons, include_lessons)
        if apply:
            apply_heuristic_updates(suggestions, heuristics)


def read(golden):
    """The cases as arguments; stops if one of them is not answered as the original did."""
    cases = []
    with open(golden, encoding="utf-8") as lines:
        for line in lines:
            case = json.loads(line)
            given = case["given"]
            arguments = (given["task_id"], given["evaluation"], given["lessons"], given["include_lessons"])
            suggestions = suggest_training(*arguments)
            heuristics = {}
            applied = apply_heuristic_updates(suggestions, heuristics) if given["apply_heuristics"] else 0
            answer = {"suggestions": suggestions, "applied": applied, "heuristics": heuristics}
            if answer != case["expect"]:
                sys.exit(f"case {case['case']} is not answered as the original did")
            cases.append((*arguments, given["apply_heuristics"]))
    return cases


def nanoseconds(golden, rounds=10, warmups=3, seconds=1.0):
    """The median over rounds of a second each, as the Java side is timed."""
    cases = read(golden)
    measured = [timed(cases, seconds) for _ in range(warmups + rounds)]
    return statistics.median(measured[warmups:])


def timed(cases, seconds):
    runs = 0
    begin = now = time.perf_counter()
    while now - begin < seconds:
        train(cases)
        runs += len(cases)
        now = time.perf_counter()
    return (now - begin) * 1e9 / runs


if __name__ == "__main__":
    print(round(nanoseconds(sys.argv[1])))
