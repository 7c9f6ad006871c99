-- A person's session in Neovim 0.7 or later, as Debian ships it: what its own language client makes of our server. The
-- environment says where things are; what was seen goes out as one line of JSON.
local seen = {}
local uv = vim.loop

local function wait(what, condition)
  local ok = vim.wait(20000, condition, 10)
  if not ok then error('waited in vain for ' .. what) end
end

local function run()
  vim.cmd('edit ' .. vim.fn.fnameescape(vim.env.CHAIN_FILE))
  vim.bo.filetype = 'chain-yaml'
  local buffer = vim.api.nvim_get_current_buf()
  local client = vim.lsp.start_client({
    name = 'skill-chains',
    cmd = { vim.env.NODE, vim.env.SERVER, '--stdio' },
    root_dir = vim.env.ROOT,
    on_exit = function(code) seen.exit = code end,
  })
  vim.lsp.buf_attach_client(buffer, client)

  wait('diagnostics', function() return #vim.diagnostic.get(buffer) > 0 end)
  seen.diagnostics = {}
  for _, each in ipairs(vim.diagnostic.get(buffer)) do
    table.insert(seen.diagnostics, { line = each.lnum, from = each.col, to = each.end_col, code = each.code, source = each.source })
  end

  -- The finding goes when its cause does: `titel` becomes `title`.
  vim.api.nvim_buf_set_text(buffer, 1, 3, 1, 5, { 'le' })
  wait('the finding to go', function() return #vim.diagnostic.get(buffer) == 0 end)

  local function ask(method, row, column)
    vim.api.nvim_win_set_cursor(0, { row, column })
    local answers, failure = vim.lsp.buf_request_sync(buffer, method, vim.lsp.util.make_position_params(), 20000)
    assert(answers, failure)
    return answers[client].result
  end
  seen.completion = {}
  for _, each in ipairs(vim.lsp.util.text_document_completion_list_to_complete_items(ask('textDocument/completion', 4, 13), '')) do
    table.insert(seen.completion, each.word)
  end

  vim.api.nvim_win_set_cursor(0, { 4, 13 })
  vim.lsp.buf.hover()
  local function float()
    for _, window in ipairs(vim.api.nvim_list_wins()) do
      if vim.api.nvim_win_get_config(window).relative ~= '' then return window end
    end
  end
  wait('the hover', float)
  seen.hover = vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(float()), 0, -1, false)
  vim.api.nvim_win_close(float(), true)

  local target = ask('textDocument/definition', 4, 13)
  seen.definition = vim.uri_to_fname((target[1] or target).targetUri or (target[1] or target).uri)

  vim.lsp.buf.document_symbol()
  wait('the symbols', function() return #vim.fn.getloclist(0) > 0 or #vim.fn.getqflist() > 0 end)
  seen.symbols = {}
  local symbols = #vim.fn.getloclist(0) > 0 and vim.fn.getloclist(0) or vim.fn.getqflist()
  for _, each in ipairs(symbols) do table.insert(seen.symbols, { line = each.lnum, text = each.text }) end

  vim.lsp.stop_client(client)
  wait('the server to end', function() return seen.exit ~= nil end)
end

local ok, failure = pcall(run)
if not ok then seen.failure = tostring(failure) end
io.stdout:write('\nSEEN ' .. vim.fn.json_encode(seen) .. '\n')
vim.cmd('qall!')
