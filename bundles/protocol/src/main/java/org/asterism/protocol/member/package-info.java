/**
 * The member's half of the protocol, the same whether the hub is far or in this process. The main type is
 * {@link org.asterism.protocol.member.LocalMember}: the services of one member without the link that carries them; a link
 * implements {@link org.asterism.protocol.member.Outlet} and tells it what it hears. Nothing here blocks or starts threads.
 */
@Version("1.0.0")
@Export
package org.asterism.protocol.member;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
