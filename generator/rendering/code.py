"""The Python that Jinja makes of our templates, without what none of them needs.

Every page is printed by it, so that what one value costs is a good part of what a site costs. The pages are
those of Jinja's own code, escaping too: tests compare the two.
"""

from __future__ import annotations

from collections.abc import Iterator
from keyword import iskeyword

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame, MacroRef

from generator.rendering.pieces import NAMES
from generator.rendering.pieces import __name__ as pieces


class Code(CodeGenerator):
    """Writes the Python of one template."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802 - Jinja's
        """The whole of it."""
        self.writeline(f"from {pieces} import {', '.join(NAMES)}")
        super().visit_Template(node, frame)

    def visit_Output(self, node: nodes.Output, frame: Frame) -> None:  # noqa: N802
        """What is printed between two statements, as one string: it passes through each block around it."""
        if frame.buffer is not None or frame.require_output_check:
            super().visit_Output(node, frame)
            return
        self.writeline("yield joined((", node)
        self.indent()
        known = ""
        for one in self._printed(node, frame):
            if isinstance(one, str):
                known += one
                continue
            self._known(known)
            self._value(one, frame)
            known = ""
        self._known(known)
        self.outdent()
        self.writeline("))")

    def _printed(self, node: nodes.Output, frame: Frame) -> Iterator[str | nodes.Expr]:
        """The text of what does not depend on values, and the expressions that do."""
        for one in node.nodes:
            try:
                yield self._output_child_to_const(one, frame, self._make_finalize())
            except Exception:  # as Jinja does: what cannot be worked out now may still be on a page
                yield one

    def _known(self, text: str) -> None:
        if text:
            self.writeline(f"{text!r},")

    def _value(self, value: nodes.Expr, frame: Frame) -> None:
        finalize = self._make_finalize()
        self.newline(value)
        self._output_child_pre(value, frame, finalize)
        self.visit(value, frame)
        self._output_child_post(value, frame, finalize)
        self.write(",")

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:  # noqa: ARG002 - Jinja's
        """A macro as a Piece."""
        macro = macro_ref.node
        name = getattr(macro, "name", None)
        arguments = tuple(one.name for one in macro.args)
        uses = (macro_ref.accesses_kwargs, macro_ref.accesses_varargs, macro_ref.accesses_caller)
        flags = ", ".join(map(repr, uses))
        self.write(
            f"Piece(environment, macro, {name!r}, {arguments!r}, {flags}, context.eval_ctx.autoescape)"
        )

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802
        """A call as it is: none of ours wants the context that Jinja offers each of them.

        Its looking whether one does costs more than most of them do.
        """
        if node.dyn_args or node.dyn_kwargs or any(iskeyword(one.key) for one in node.kwargs):
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write("caller=caller)" if forward_caller else ")")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802
        """An attribute; only where there is none, what Jinja looks for besides."""
        owner, found = self.temporary_identifier(), self.temporary_identifier()
        self.write(f"({found} if ({found} := getattr(({owner} := ")
        self.visit(node.node, frame)
        self.write(
            f"), {node.attr!r}, missing)) is not missing else environment.getattr({owner}, {node.attr!r}))"
        )

    def _import_common(self, node: nodes.Import | nodes.FromImport, frame: Frame) -> None:
        """The module of a template; all have the same globals, so that there is one for all pages."""
        if node.with_context:
            super()._import_common(node, frame)
            return
        self.write("environment.get_template(")
        self.visit(node.template, frame)
        self.write(f", {self.name!r})._get_default_module()")

    def _output_child_pre(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        if _escapes(frame):
            self.write("(escaped(value) if type(value := ")
        else:
            super()._output_child_pre(node, frame, finalize)

    def _output_child_post(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        if _escapes(frame):
            self.write(") is str else text(value))")
        else:
            super()._output_child_post(node, frame, finalize)


def _escapes(frame: Frame) -> bool:
    """Whether it is known already that what is printed there is escaped."""
    return bool(frame.eval_ctx.autoescape) and not frame.eval_ctx.volatile
