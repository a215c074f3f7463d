package org.asterism.itests.war;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serializable;
import javax.servlet.ServletException;
import javax.servlet.annotation.MultipartConfig;
import javax.servlet.annotation.WebServlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.servlet.http.Part;

/** Says how long the uploaded file is, and remembers it in the session. */
@WebServlet("/upload")
@MultipartConfig
public final class UploadServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    /** What was uploaded last; a class that only this application has. */
    record Upload(String name, long bytes) implements Serializable {}

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        Part part = request.getPart("file");
        try (InputStream content = part.getInputStream()) {
            Upload upload =
                    new Upload(part.getSubmittedFileName(), content.transferTo(OutputStream.nullOutputStream()));
            request.getSession().setAttribute("upload", upload);
        }
        doGet(request, response);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain");
        response.getWriter().print(request.getSession().getAttribute("upload"));
    }
}
