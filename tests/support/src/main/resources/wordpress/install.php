<?php
// Installs the site; prints the application password of each user, a line each.
define( 'ABSPATH', __DIR__ . '/' );
define( 'WP_INSTALLING', true );
$_SERVER['HTTP_HOST']       = (string) parse_url( getenv( 'WORDPRESS_URL' ), PHP_URL_HOST );
$_SERVER['REQUEST_METHOD']  = 'GET';
$_SERVER['REQUEST_URI']     = '/';
$_SERVER['SERVER_PROTOCOL'] = 'HTTP/1.1';
require ABSPATH . 'wp-load.php';
require_once ABSPATH . 'wp-admin/includes/admin.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
$collporterre_french = file_exists( WP_CONTENT_DIR . '/languages/fr_FR.mo' ) ? 'fr_FR' : '';
wp_install( 'Les initiatives du pays', 'admin', 'admin@example.org', false, '', 'essai-admin', $collporterre_french );
update_option( 'permalink_structure', '/%postname%/' );
// Neither the welcome of the administration nor that of the editor stands before what a test looks at.
foreach ( array( 'admin' => 'administrator', 'editor' => 'editor', 'author' => 'author', 'other' => 'author' ) as $collporterre_login => $collporterre_role ) {
	$collporterre_user = 'admin' === $collporterre_login ? 1 : wp_insert_user(
		array(
			'user_login'   => $collporterre_login,
			'user_pass'    => 'essai-' . $collporterre_login,
			'user_email'   => $collporterre_login . '@example.org',
			'role'         => $collporterre_role,
			'display_name' => ucfirst( $collporterre_login ),
		)
	);
	update_user_meta( $collporterre_user, 'show_welcome_panel', 0 );
	update_user_meta(
		$collporterre_user,
		'wp_persisted_preferences',
		array(
			'core/edit-post' => array(
				'welcomeGuide' => false,
				'fullscreenMode' => false,
			),
			'_modified'      => gmdate( 'c' ),
		)
	);
	$collporterre_made = WP_Application_Passwords::create_new_application_password( $collporterre_user, array( 'name' => 'essai' ) );
	echo $collporterre_login, "\t", $collporterre_made[0], "\n";
}
