#!/usr/bin/env python3
"""Reads exported data sets as their trainers do, with packages of the formats' own makers.

usage: read_datasets.py FOLDER

FOLDER holds NAME.jsonl for each format of one file, and a folder NAME for each format of several. Packages, from PyPI:
datasets, mistral-common, trl, llamafactory and transformers (without torch), openai, google-genai, botocore. What is not
installed is told and not used. Prints a line for each thing that was read; ends with 1 if a reader refused something.
"""

import json
import os
import sys
import tempfile

os.environ["HF_HUB_OFFLINE"] = "1"
os.environ["HF_DATASETS_OFFLINE"] = "1"

FOLDER = sys.argv[1]
CACHE = tempfile.mkdtemp()
failures = []


def rows(name):
    with open(os.path.join(FOLDER, name), encoding="utf-8", newline="\n") as file:
        return [json.loads(line) for line in file]


def files():
    for folder, _, names in sorted(os.walk(FOLDER)):
        for name in sorted(names):
            if name.endswith(".jsonl"):
                yield os.path.relpath(os.path.join(folder, name), FOLDER)


def read(what, check):
    try:
        print(f"ok       {what}: {check()}", flush=True)
    except ImportError as missing:
        print(f"skipped  {what}: {missing}", flush=True)
    except Exception as refused:  # whatever a reader throws
        failures.append(what)
        print(f"REFUSED  {what}: {type(refused).__name__}: {str(refused)[:600]}", flush=True)


def with_datasets(name):
    from datasets import load_dataset

    path = os.path.join(FOLDER, name)
    if os.path.getsize(path) == 0:
        return "empty, not read"
    loaded = load_dataset("json", data_files=path, split="train", cache_dir=CACHE)
    given = rows(name)
    assert len(loaded) == len(given), (len(loaded), len(given))
    assert set(loaded.column_names) == set().union(*(row.keys() for row in given))
    return f"{len(loaded)} rows"


def folder_with_datasets():
    from datasets import get_dataset_config_names, load_dataset

    path = os.path.join(FOLDER, "huggingface")
    told = []
    for config in get_dataset_config_names(path):
        loaded = load_dataset(path, config, cache_dir=CACHE)
        for split, part in loaded.items():
            written = rows(f"huggingface/{config}/{split}.jsonl")
            assert len(part) == len(written)
            for read_back, given in zip(part, written):
                assert strip(read_back) == strip(given), (read_back, given)
        told.append(f"{config} " + ", ".join(f"{split} {len(part)}" for split, part in loaded.items()))
    return "; ".join(told)


def strip(value):
    """Without what a table adds: null for what is absent."""
    if isinstance(value, dict):
        return {key: strip(each) for key, each in value.items() if each is not None}
    return [strip(each) for each in value] if isinstance(value, list) else value


def with_mistral():
    from mistral_common.protocol.instruct.messages import AssistantMessage, SystemMessage, ToolMessage, UserMessage
    from mistral_common.protocol.instruct.request import ChatCompletionRequest
    from mistral_common.protocol.instruct.validator import MistralRequestValidatorV3, ValidationMode

    validator = MistralRequestValidatorV3(mode=ValidationMode.finetuning)
    kinds = {"system": SystemMessage, "user": UserMessage, "assistant": AssistantMessage, "tool": ToolMessage}
    given = rows("mistral.jsonl")
    for row in given:
        messages = [kinds[message["role"]].model_validate(message) for message in row["messages"]]
        validator.validate_request(ChatCompletionRequest(messages=messages, tools=row.get("tools")))
    return f"{len(given)} rows"


def with_trl(name):
    import trl.data_utils as trl

    given = rows(name)
    for row in given:
        assert trl.is_conversational(row)
    return f"{len(given)} rows are conversational"


class Template:
    """Stands in for a tokenizer: tells what it is asked to render, in order."""

    def apply_chat_template(self, messages, tools=None, tokenize=False, **how):
        for tool in tools or []:
            assert tool["type"] == "function" and tool["function"]["parameters"]["type"] == "object"
        said = "".join(f"<{message['role']}>{json.dumps(message, sort_keys=True)}" for message in messages)
        return said + ("<assistant>" if how.get("add_generation_prompt") else "")


def templates_with_trl(name):
    import trl.data_utils as trl

    given = rows(name)
    for row in given:
        rendered = trl.apply_chat_template({key: each for key, each in row.items() if key != "tools"}, Template(), row["tools"])
        assert set(rendered) == {"text"} or set(rendered) <= {"prompt", "completion", "chosen", "rejected", "label"}, rendered.keys()
    return f"{len(given)} rows are rendered"


def with_openai(name, parts):
    from openai.types.chat import ChatCompletionMessageParam, ChatCompletionToolParam
    from pydantic import TypeAdapter

    message = TypeAdapter(ChatCompletionMessageParam)
    tool = TypeAdapter(ChatCompletionToolParam)
    given = rows(name)
    for row in given:
        for part in parts(row):
            for each in part["messages"]:
                message.validate_python(each)
            for each in part.get("tools", []):
                tool.validate_python(each)
    return f"{len(given)} rows"


def with_gemini():
    from google.genai import types

    count = 0
    for name in ("gemini.jsonl", "gemini-preference.jsonl"):
        for row in rows(name):
            count += 1
            for content in row["contents"] + [each["completion"] for each in row.get("completions", [])]:
                types.Content.model_validate(content)
            system = row.get("systemInstruction", row.get("system_instruction"))
            if system:
                types.Content.model_validate(system)
            for tool in row.get("tools", []):
                types.Tool.model_validate(tool)
    return f"{count} rows"


def with_bedrock():
    import botocore.session
    from botocore.validate import ParamValidator

    shape = botocore.session.get_session().get_service_model("bedrock-runtime").operation_model("Converse").input_shape
    count = 0
    for name in ("bedrock.jsonl", "bedrock-preference.jsonl"):
        for row in rows(name):
            count += 1
            messages = [
                {"role": each["role"], "content": content}
                for each in row["messages"]
                for content in ([each["content"]] if "content" in each else [c["content"] for c in each["candidates"]])
            ]
            for value, member in ((messages, "messages"), (row.get("system", []), "system")):
                report = ParamValidator().validate(value, shape.members[member])
                assert not report.has_errors(), report.generate_report()
    return f"{count} rows"


def with_llama_factory():
    """Its own description of data sets and its own converter; what needs a machine learning framework stands aside."""
    import importlib.util
    from types import ModuleType, SimpleNamespace

    package = importlib.util.find_spec("llamafactory")
    if package is None:
        raise ImportError("No module named 'llamafactory'")
    root = package.submodule_search_locations[0]
    for name, content in {
        "peft": {},
        "peft.utils": {"SAFETENSORS_WEIGHTS_NAME": "", "WEIGHTS_NAME": ""},
        "llamafactory": {"__path__": [root]},
        "llamafactory.data": {"__path__": [os.path.join(root, "data")]},
        "llamafactory.extras.misc": {"use_modelscope": lambda: False, "use_openmind": lambda: False},
    }.items():
        sys.modules[name] = ModuleType(name)
        vars(sys.modules[name]).update(content)
    from llamafactory.data.converter import get_dataset_converter
    from llamafactory.data.parser import get_dataset_list

    folder = os.path.join(FOLDER, "llama-factory")
    with open(os.path.join(folder, "dataset_info.json"), encoding="utf-8") as file:
        names = list(json.load(file))
    told = []
    for attributes in get_dataset_list(names, folder):
        convert = get_dataset_converter(attributes.formatting, attributes, SimpleNamespace(media_dir=folder))
        given = rows("llama-factory/" + attributes.dataset_name)
        for row in given:
            converted = convert(row)
            assert converted["_prompt"] and converted["_response"], f"a row of {attributes.dataset_name} is left out"
            assert len(converted["_response"]) == (2 if attributes.ranking or attributes.kto_tag else 1)
            if converted["_tools"]:
                assert all("name" in tool and "parameters" in tool for tool in json.loads(converted["_tools"]))
        told.append(f"{attributes.dataset_name} {len(given)}")
    return ", ".join(told)


for file in files():
    read(f"datasets {file}", lambda: with_datasets(file))
read("datasets folder", folder_with_datasets)
read("mistral-common mistral", with_mistral)
for file in ("trl-sft", "trl-prompt-completion", "trl-preference", "trl-kto"):
    read(f"trl {file}", lambda: with_trl(file + ".jsonl"))
    read(f"trl templates {file}", lambda: templates_with_trl(file + ".jsonl"))
read("openai openai-chat", lambda: with_openai("openai-chat.jsonl", lambda row: [row]))
read("openai openai-rft", lambda: with_openai("openai-rft.jsonl", lambda row: [row]))
read(
    "openai openai-preference",
    lambda: with_openai(
        "openai-preference.jsonl",
        lambda row: [row["input"], {"messages": row["preferred_output"] + row["non_preferred_output"]}],
    ),
)
read("google-genai gemini", with_gemini)
read("botocore bedrock", with_bedrock)
read("llamafactory llama-factory", with_llama_factory)
sys.exit(1 if failures else 0)
