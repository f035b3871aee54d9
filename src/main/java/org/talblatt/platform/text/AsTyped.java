package org.talblatt.platform.text;

import java.util.Set;
import org.commonmark.node.Code;
import org.commonmark.node.Image;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;

/**
 * Draws the markup that comments don't have as the text it was typed as, so that nothing is lost.
 */
final class AsTyped implements NodeRenderer {
  private final HtmlNodeRendererContext context;
  private final HtmlWriter html;

  AsTyped(HtmlNodeRendererContext context) {
    this.context = context;
    this.html = context.getWriter();
  }

  @Override
  public Set<Class<? extends Node>> getNodeTypes() {
    return Set.of(Code.class, Image.class, LinkReferenceDefinition.class);
  }

  @Override
  public void render(Node node) {
    switch (node) {
      case Code code -> html.text("`" + CommentMarkup.withNumbers(code.getLiteral()) + "`");
      case Image image -> image(image);
      case LinkReferenceDefinition definition -> {
        html.tag("p");
        html.text("[" + definition.getLabel() + "]: " + definition.getDestination());
        html.tag("/p");
      }
      default -> throw new IllegalArgumentException("not asked for: " + node);
    }
  }

  private void image(Image image) {
    html.text("![");
    for (Node child = image.getFirstChild(); child != null; child = child.getNext()) {
      context.render(child);
    }
    html.text("](" + image.getDestination() + ")");
  }
}
