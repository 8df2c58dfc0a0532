;;; Drives Emacs with eglot: opens a text, asks the server through the editor's own functions, and writes a report.
;; Environment: ARGMAP_SETUP (the set-ups of the documentation, as JSON), ARGMAP_TASK (what to do, as JSON),
;; ARGMAP_REPORT (where to write).

(require 'json)
(require 'cl-lib)
(require 'package)
(package-initialize)
(require 'eglot)
(require 'flymake)

(defvar argmap-patience 60)
(defvar argmap-report nil)
(defun argmap-put (key value) (push (cons key value) argmap-report))
(defun argmap-wait (what condition)
  "Wait until CONDITION is true, for WHAT is waited; nothing else is done meanwhile."
  (let ((end (+ (float-time) argmap-patience)) (value nil))
    (while (and (not (setq value (funcall condition))) (< (float-time) end))
      (accept-process-output nil 0.05))
    (or value (error "Waited in vain for %s" what))))

(defun argmap-run (task setups)
  (with-temp-buffer
    (insert (car setups))
    (eval-buffer))
  (let-alist task
    (find-file .path)
    (argmap-put 'editor (format "Emacs %s with eglot %s" emacs-version
                                (if-let ((known (cadr (assq 'eglot package-alist))))
                                    (package-version-join (package-desc-version known)) "built in")))
    (argmap-put 'filetype (symbol-name major-mode))
    (let ((eglot-sync-connect argmap-patience) (eglot-connect-timeout argmap-patience))
        ;; The hook would wait for a command, and there is none.
      (apply #'eglot--connect (eglot--guess-contact)))
    (argmap-wait "the server" #'eglot-current-server)
    (argmap-put 'way "eglot-server-programs")
    (argmap-put 'capabilities
                (vconcat (sort (cl-loop for (key _) on (eglot--capabilities (eglot-current-server)) by #'cddr
                                        collect (substring (symbol-name key) 1))
                               #'string<)))
    (flymake-mode 1)
    (flymake-start)
    (let ((found (argmap-wait
                  "diagnostics"
                  (lambda ()
                    (cl-find-if (lambda (each) (string-match-p (regexp-quote .code) (flymake-diagnostic-text each)))
                                (flymake-diagnostics))))))
      (argmap-put 'diagnostic `((line . ,(line-number-at-pos (flymake-diagnostic-beg found)))
                                (code . ,.code)
                                (message . ,(flymake-diagnostic-text found)))))
    (let ((go (lambda (place)
                (goto-char (point-min))
                (forward-line (1- (alist-get 'line place)))
                (forward-char (alist-get 'column place))))
          (shown nil))
      (funcall go .hover)
      (eglot-hover-eldoc-function (lambda (text &rest _) (setq shown text)))
      (argmap-put 'hover (substring-no-properties (argmap-wait "hover" (lambda () shown))))

      (goto-char (point-max))
      (insert "\n[")
      (let ((table (eglot-completion-at-point)))
        (argmap-put 'completion
                    (vconcat (mapcar #'substring-no-properties (all-completions "" (nth 2 table))))))
      (delete-region (- (point) 2) (point))
      ;; What an idle timer does where there is idle time.
      (eglot--signal-textDocument/didChange)

      (funcall go .rename)
      (eglot-rename .rename.title)
      (argmap-put 'renamed (buffer-substring-no-properties (point-min) (point-max)))

      (goto-char (point-max))
      (insert "\n" .untidy "\n")
      (eglot--signal-textDocument/didChange)
      (eglot-format-buffer)
      (argmap-put 'formatted (buffer-substring-no-properties (point-min) (point-max))))
    (eglot-shutdown (eglot-current-server))))

(let ((json-object-type 'alist) (json-array-type 'list))
  (condition-case problem
      (argmap-run (json-read-from-string (getenv "ARGMAP_TASK")) (json-read-from-string (getenv "ARGMAP_SETUP")))
    (error (argmap-put 'error (error-message-string problem)))))
(with-temp-file (getenv "ARGMAP_REPORT")
  (insert (json-encode argmap-report)))
(set-buffer-modified-p nil)
(kill-emacs 0)
