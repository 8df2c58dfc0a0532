-- Drives Neovim, from 0.7 on: opens a text, asks the server through the editor's own functions, and writes a report.
-- Environment: ARGMAP_SETUP (the set-ups of the documentation, as JSON), ARGMAP_TASK (what to do, as JSON),
-- ARGMAP_REPORT (where to write).
local task = vim.fn.json_decode(vim.env.ARGMAP_TASK)
local newer, older = unpack(vim.fn.json_decode(vim.env.ARGMAP_SETUP))
local version = vim.version()
local report = { editor = ("Neovim %d.%d.%d"):format(version.major, version.minor, version.patch) }
local patience = 60000

local function finish()
  vim.fn.writefile({ vim.fn.json_encode(report) }, vim.env.ARGMAP_REPORT)
  vim.cmd("qall!")
end

local function wait(what, condition)
  if not vim.wait(patience, condition, 50) then
    report.error = "waited in vain for " .. what
    finish()
  end
end

local function clients(buffer)
  if vim.lsp.get_clients then
    return vim.lsp.get_clients({ bufnr = buffer })
  end
  return vim.tbl_values(vim.lsp.buf_get_clients(buffer))
end

local function text()
  return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), "\n") .. "\n"
end

local function go(line, column)
  vim.api.nvim_win_set_cursor(0, { line, column })
end

local function run()
  report.way = vim.lsp.config and "vim.lsp.config" or "vim.lsp.start_client"
  assert(loadstring(vim.lsp.config and newer or older))()

  vim.cmd("edit " .. vim.fn.fnameescape(task.path))
  report.filetype = vim.bo.filetype
  local buffer = vim.api.nvim_get_current_buf()
  wait("the server", function()
    return #clients(buffer) > 0
  end)
  report.capabilities = vim.fn.sort(vim.tbl_keys(clients(buffer)[1].server_capabilities))

  wait("diagnostics", function()
    for _, finding in ipairs(vim.diagnostic.get(buffer)) do
      if finding.code == task.code then
        report.diagnostic = { line = finding.lnum + 1, message = finding.message, code = finding.code }
        return true
      end
    end
  end)

  go(task.hover.line, task.hover.column)
  vim.lsp.buf.hover()
  wait("hover", function()
    for _, window in ipairs(vim.api.nvim_list_wins()) do
      if vim.api.nvim_win_get_config(window).relative ~= "" then
        local shown = vim.api.nvim_win_get_buf(window)
        report.hover = table.concat(vim.api.nvim_buf_get_lines(shown, 0, -1, false), "\n")
        vim.api.nvim_win_close(window, true)
        return true
      end
    end
  end)

  -- Colours of the server, from 0.9 on.
  if vim.lsp.semantic_tokens then
    wait("colours", function()
      local tokens = vim.lsp.semantic_tokens.get_at_pos(buffer, task.hover.line - 1, task.hover.column)
      report.colour = tokens and tokens[1] and tokens[1].type
      return report.colour
    end)
  end

  -- Completion as it is asked for by the function that `omnifunc` calls.
  vim.api.nvim_buf_set_lines(buffer, -1, -1, false, { "", "[" })
  go(vim.api.nvim_buf_line_count(buffer), 0)
  local parameters = vim.lsp.util.make_position_params(0, clients(buffer)[1].offset_encoding)
  parameters.position.character = 1
  local answers = vim.lsp.buf_request_sync(buffer, "textDocument/completion", parameters, patience) or {}
  report.completion = {}
  for _, answer in pairs(answers) do
    local result = answer.result or {}
    for _, item in ipairs(result.items or result) do
      table.insert(report.completion, item.label)
    end
  end
  vim.api.nvim_buf_set_lines(buffer, -3, -1, false, {})

  -- The first repair that is offered on a line, from 0.8 on applied without asking.
  if vim.lsp.buf.format then
    local lines = vim.api.nvim_buf_line_count(buffer)
    vim.api.nvim_buf_set_lines(buffer, -1, -1, false, { "", unpack(task.wrong) })
    go(lines + 3, 4)
    wait("the finding of a new line", function()
      return #vim.diagnostic.get(buffer, { lnum = lines + 2 }) > 0
    end)
    vim.lsp.buf.code_action({
      apply = true,
      filter = function(action)
        return action.title == task.repair
      end,
    })
    wait("a repair", function()
      return vim.api.nvim_buf_get_lines(buffer, -2, -1, false)[1] ~= task.wrong[2]
    end)
    report.repaired = vim.api.nvim_buf_get_lines(buffer, -2, -1, false)[1]
    vim.api.nvim_buf_set_lines(buffer, lines, -1, false, {})
  end

  local before = text()
  go(task.rename.line, task.rename.column)
  vim.lsp.buf.rename(task.rename.title)
  wait("rename", function()
    return text() ~= before
  end)
  report.renamed = text()

  vim.api.nvim_buf_set_lines(buffer, -1, -1, false, { "", task.untidy })
  if vim.lsp.buf.format then
    vim.lsp.buf.format({ async = false, timeout_ms = patience })
  else
    vim.lsp.buf.formatting_sync(nil, patience)
  end
  report.formatted = text()
end

local ok, problem = xpcall(run, debug.traceback)
if not ok then
  report.error = tostring(problem)
end
finish()
