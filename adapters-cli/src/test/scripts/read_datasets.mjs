// Compiles exported rows against the types that the formats' own makers publish on npm.
//
//   node read_datasets.mjs FOLDER PACKAGES
//
// FOLDER holds NAME.jsonl for each format. PACKAGES has node_modules with typescript, openai, @google/genai and
// @aws-sdk/client-bedrock-runtime. Each row becomes a constant of its maker's type: a field that the type does not know,
// or one of another kind, does not compile. Prints a line for each format; ends with 1 if a row was refused.

import {spawnSync} from 'node:child_process';
import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';

const [folder, packages] = process.argv.slice(2);
const openai = 'import type OpenAI from "openai";\n'
    + 'type Conversation = {messages: OpenAI.ChatCompletionMessageParam[]; tools?: OpenAI.ChatCompletionTool[];'
    + ' parallel_tool_calls?: boolean};\n';
const gemini = 'import type {Content, Tool} from "@google/genai";\n'
    + '// What is of an enumeration is written as its text.\n'
    + 'type Json<T> = T extends string ? `${T}` : T extends object ? {[K in keyof T]: Json<T[K]>} : T;\n'
    + 'type Conversation = Json<{systemInstruction?: Content; contents: Content[]; tools?: Tool[]}>;\n';
const bedrock = 'import type {Message, SystemContentBlock} from "@aws-sdk/client-bedrock-runtime";\n';
const formats = {
    'openai-chat': openai + 'type Row = Conversation;\n',
    'openai-preference': openai + 'type Answer = OpenAI.ChatCompletionAssistantMessageParam[];\n'
        + 'type Row = {input: Conversation; preferred_output: Answer; non_preferred_output: Answer};\n',
    'openai-rft': openai + 'type Row = Conversation & {[field: string]: unknown};\n',
    gemini: gemini + 'type Row = Conversation;\n',
    'gemini-preference': gemini + 'type Row = Json<{system_instruction?: Content; contents: Content[];'
        + ' completions: {completion: Content; score: 1 | 0}[]}>;\n',
    bedrock: bedrock + 'type Row = {schemaVersion: "bedrock-conversation-2024"; system?: SystemContentBlock[];'
        + ' messages: Message[]};\n',
};

const made = join(packages, 'rows');
mkdirSync(made, {recursive: true});
const counts = {};
for (const [name, types] of Object.entries(formats)) {
    const file = join(folder, `${name}.jsonl`);
    const rows = existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
    counts[name] = rows.length;
    writeFileSync(join(made, `${name}.ts`), types + rows.map((row, i) => `const row${i}: Row = ${row};\n`).join('')
        + 'export {};\n');
}
writeFileSync(join(made, 'tsconfig.json'), JSON.stringify({
    compilerOptions: {strict: true, noEmit: true, skipLibCheck: true, module: 'nodenext', target: 'es2022', types: []},
}));
const compiler = spawnSync(join(packages, 'node_modules/.bin/tsc'), ['--pretty', 'false', '-p', made], {encoding: 'utf8'});
const told = `${compiler.stdout ?? ''}${compiler.stderr ?? ''}`.split('\n');
for (const [name, count] of Object.entries(counts)) {
    const refused = told.find(line => line.includes(`${name}.ts(`));
    console.log(refused
        ? `REFUSED  types of ${name}: ${refused.slice(0, 600)}`
        : `ok       types of ${name}: ${count === 0 ? 'empty, not read' : `${count} rows`}`);
}
if (compiler.status !== 0) {
    console.error(told.slice(0, 40).join('\n'));
    process.exit(1);
}
