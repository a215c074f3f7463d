<%@ page contentType="text/plain" session="true" %>${applicationScope.elements} elements, visit ${sessionScope.visits} of ${pageContext.request.contextPath}
