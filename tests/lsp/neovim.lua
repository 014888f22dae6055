-- Neovim's own client. Says what it got, line by line.
local function say(...) io.stdout:write(table.concat({ ... }, " ") .. "\n") end

vim.bo.filetype = "sispam"
local command = vim.fn.json_decode(os.getenv("SISPAM_LSP"))
local id = vim.lsp.start_client({ name = "sispam", cmd = command, root_dir = vim.fn.getcwd() })
vim.lsp.buf_attach_client(0, id)
vim.wait(60000, function() return #vim.diagnostic.get(0) > 0 end, 20)
for _, found in ipairs(vim.diagnostic.get(0)) do
  say("diagnostic", found.code or found.user_data.lsp.code, found.message)
end

vim.lsp.buf.formatting_sync(nil, 60000)
say("formatted", vim.api.nvim_buf_get_lines(0, 0, 1, false)[1])
vim.lsp.stop_client(id)
if vim.wait(60000, function() return vim.lsp.client_is_stopped(id) end, 20) then say("stopped") end
vim.cmd("qa!")
