;;; session.el --- A person's session in Emacs with eglot  -*- lexical-binding: t -*-
;; What eglot makes of our server. The environment says where things are; what was seen goes out as one line of JSON.
(package-initialize)
(require 'eglot)
(require 'json)

;; The set-up of docs/editors.md, with the server's place from the environment.
(define-derived-mode chain-yaml-mode prog-mode "Skill Chain"
  (setq-local comment-start "# " indent-tabs-mode nil))
(add-to-list 'auto-mode-alist '("\\(?:\\.chain\\.ya?ml\\|\\.\\(?:skills\\|suite\\|skill-chains\\)\\.yaml\\|/plan\\.[^/]*@v[^/]*\\.yaml\\)\\'" . chain-yaml-mode))
(add-to-list 'eglot-server-programs
             `(chain-yaml-mode . (,(getenv "NODE") ,(getenv "SERVER") "--stdio")))

(defun wait-for (what look)
  "What LOOK gives, once it gives something; WHAT is for the message."
  (let ((deadline (+ (float-time) 20)) found)
    (while (and (not (setq found (funcall look))) (< (float-time) deadline))
      (accept-process-output nil 0.05))
    (or found (error "Waited in vain for %s" what))))

(let ((eglot-sync-connect 20) (inhibit-message t) diagnostics completion definition mode)
  (find-file (getenv "CHAIN_FILE"))
  (setq mode (symbol-name major-mode))
  (call-interactively #'eglot)
  (flymake-mode 1)
  (flymake-start)
  (setq diagnostics
        (mapcar (lambda (each)
                  (vector (flymake-diagnostic-beg each) (flymake-diagnostic-end each) (flymake-diagnostic-text each)))
                (wait-for "diagnostics" #'flymake-diagnostics)))
  (goto-char (point-min))
  (search-forward "skill: SR")
  (setq completion (all-completions "" (nth 2 (eglot-completion-at-point))))
  (setq definition
        (mapcar (lambda (each) (xref-location-group (xref-item-location each)))
                (xref-backend-definitions 'eglot "LSP identifier at point.")))
  (princ (format "SEEN %s\n"
                 (json-encode `((mode . ,mode)
                                (diagnostics . ,(vconcat diagnostics))
                                (completion . ,(vconcat completion))
                                (definition . ,(vconcat definition))))))
  (eglot-shutdown (eglot-current-server)))
